CREATE TABLE `revoked_key` (
	`purpose` text NOT NULL,
	`kid` text NOT NULL,
	`at` text NOT NULL,
	`because` text NOT NULL,
	PRIMARY KEY(`purpose`, `kid`)
);
--> statement-breakpoint
DROP INDEX `status_entry_stated`;--> statement-breakpoint
ALTER TABLE `status_entry` ADD `kid` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `status_entry_stated` ON `status_entry` (`institution_id`,`site`,`campus`,`state`,`kid`);--> statement-breakpoint
ALTER TABLE `operator` ADD `expires_at` text;