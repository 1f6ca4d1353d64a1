DROP INDEX `status_entry_stated`;--> statement-breakpoint
ALTER TABLE `status_entry` ADD `ask` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `status_entry_stated` ON `status_entry` (`institution_id`,`site`,`campus`,`ask`,`state`,`kid`);