CREATE TABLE `lease` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`taken_at` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `night` (
	`id` integer PRIMARY KEY NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`generation` integer,
	`registry_hash` text,
	`report` text
);
--> statement-breakpoint
CREATE TABLE `visit` (
	`source` text NOT NULL,
	`url` text NOT NULL,
	`page` text NOT NULL,
	`final_url` text NOT NULL,
	`at` text NOT NULL,
	`sha256` text NOT NULL,
	`content_type` text NOT NULL,
	`transport` text NOT NULL,
	`etag` text,
	`last_modified` text,
	PRIMARY KEY(`source`, `url`)
);
--> statement-breakpoint
ALTER TABLE `snapshot` ADD `details` text;--> statement-breakpoint
ALTER TABLE `record` ADD `marked` integer;--> statement-breakpoint
CREATE INDEX `record_marked` ON `record` (`marked`) WHERE marked is not null;--> statement-breakpoint
ALTER TABLE `run` ADD `night` integer;--> statement-breakpoint
ALTER TABLE `run` ADD `pages` text;--> statement-breakpoint
ALTER TABLE `run` ADD `shape` text;--> statement-breakpoint
ALTER TABLE `run` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `run` ADD `reason` text;--> statement-breakpoint
CREATE INDEX `run_night` ON `run` (`night`);