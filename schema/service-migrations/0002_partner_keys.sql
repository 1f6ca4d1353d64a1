CREATE TABLE `audit_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`about` text NOT NULL,
	`request` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_partner_key` (
	`id` integer PRIMARY KEY NOT NULL,
	`partner` text NOT NULL,
	`key_hash` text NOT NULL,
	`since` text NOT NULL,
	`scopes` text DEFAULT 'read,badge' NOT NULL,
	`per_minute` integer,
	`expires_at` text,
	`revoked_at` text
);
--> statement-breakpoint
INSERT INTO `__new_partner_key`("partner", "key_hash", "since") SELECT "partner", "key_hash", "since" FROM `partner_key` ORDER BY "since", "partner";--> statement-breakpoint
DROP TABLE `partner_key`;--> statement-breakpoint
ALTER TABLE `__new_partner_key` RENAME TO `partner_key`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `partner_key_hash` ON `partner_key` (`key_hash`);--> statement-breakpoint
CREATE INDEX `partner_key_partner` ON `partner_key` (`partner`,`id`);--> statement-breakpoint
CREATE TRIGGER `audit_entry_never_changed` BEFORE UPDATE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `audit_entry_never_deleted` BEFORE DELETE ON `audit_entry` BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
