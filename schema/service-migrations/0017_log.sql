CREATE TABLE `log_entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER `log_entry_never_changed` BEFORE UPDATE ON `log_entry` BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `log_entry_never_deleted` BEFORE DELETE ON `log_entry` BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
