CREATE TABLE `rights_request` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`lang` text NOT NULL,
	`text` text NOT NULL,
	`status_hash` text NOT NULL,
	`due_on` text NOT NULL,
	`extended_because` text,
	`state` text NOT NULL,
	`answer` text,
	`closed_at` text,
	`closed_by` text
);
--> statement-breakpoint
CREATE INDEX `rights_request_status` ON `rights_request` (`status_hash`);--> statement-breakpoint
CREATE INDEX `rights_request_state` ON `rights_request` (`state`,`due_on`);