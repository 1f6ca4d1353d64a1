ALTER TABLE `error_report` ADD `kind` text DEFAULT 'error' NOT NULL;--> statement-breakpoint
ALTER TABLE `error_report` ADD `status_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `error_report` ADD `file` blob;--> statement-breakpoint
ALTER TABLE `error_report` ADD `file_type` text;--> statement-breakpoint
ALTER TABLE `error_report` ADD `site` text;--> statement-breakpoint
ALTER TABLE `error_report` ADD `site_token` text;--> statement-breakpoint
ALTER TABLE `error_report` ADD `site_proven_at` text;--> statement-breakpoint
ALTER TABLE `error_report` ADD `answer` text;--> statement-breakpoint
ALTER TABLE `error_report` ADD `answered_at` text;--> statement-breakpoint
ALTER TABLE `error_report` ADD `answered_by` text;--> statement-breakpoint
CREATE INDEX `error_report_status` ON `error_report` (`status_hash`);