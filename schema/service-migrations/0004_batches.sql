CREATE TABLE `batch` (
	`id` text PRIMARY KEY NOT NULL,
	`partner` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text,
	`expires_at` text NOT NULL,
	`idempotency_key` text,
	`body_hash` text NOT NULL,
	`about` text NOT NULL,
	`rows` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`counts` text,
	`basis` text,
	`begun` integer DEFAULT 0 NOT NULL,
	`claimed_by` text,
	`claimed_at` text
);
--> statement-breakpoint
CREATE INDEX `batch_partner` ON `batch` (`partner`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `batch_idempotency` ON `batch` (`partner`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `batch_state` ON `batch` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `batch_part` (
	`batch` text NOT NULL,
	`at` integer NOT NULL,
	`first_row` integer NOT NULL,
	`rows` integer NOT NULL,
	`given` blob NOT NULL,
	`result` blob,
	PRIMARY KEY(`batch`, `at`)
);
