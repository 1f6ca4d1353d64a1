CREATE TABLE `following` (
	`id` integer PRIMARY KEY NOT NULL,
	`keys` text NOT NULL,
	`generation` integer NOT NULL,
	`content` text NOT NULL,
	`applied_at` text NOT NULL
);
