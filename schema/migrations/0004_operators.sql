CREATE TABLE `credit_month` (
	`source` text NOT NULL,
	`month` text NOT NULL,
	`spent` integer NOT NULL,
	PRIMARY KEY(`source`, `month`)
);
--> statement-breakpoint
CREATE TABLE `operator` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`added_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `operator_name` ON `operator` (`name`);--> statement-breakpoint
CREATE TABLE `operator_act` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`operator` text NOT NULL,
	`act` text NOT NULL,
	`about` text NOT NULL,
	`request` text,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `operator_act_at` ON `operator_act` (`at`);