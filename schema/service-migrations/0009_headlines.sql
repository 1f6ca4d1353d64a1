CREATE TABLE `headline` (
	`institution_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`result` text NOT NULL,
	`status` text,
	`reasons` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `headline_basis` (
	`id` integer PRIMARY KEY NOT NULL,
	`generation` integer NOT NULL,
	`policy` text NOT NULL,
	`day` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE TABLE `headline_change` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`body` text NOT NULL
);
