CREATE TABLE `withdrawal` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`key` text NOT NULL,
	`decided_by` text NOT NULL,
	`because` text NOT NULL,
	`decided_at` text NOT NULL,
	`generation` integer NOT NULL,
	`after_edition` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `withdrawal_generation` ON `withdrawal` (`generation`);