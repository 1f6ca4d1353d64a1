CREATE TABLE `pending_capture` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`operator` text NOT NULL,
	`source` text NOT NULL,
	`rows` text NOT NULL,
	`answers` text NOT NULL,
	`because` text,
	`proof_sha256` text,
	`proof_type` text,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `pending_capture_state` ON `pending_capture` (`state`,`id`);