CREATE TABLE `block_keyed` (
	`key` integer NOT NULL,
	`institution_id` text NOT NULL,
	PRIMARY KEY(`key`, `institution_id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `block_keyed` SELECT `key`, `institution_id` FROM `block` ORDER BY 1, 2;--> statement-breakpoint
DROP TABLE `block`;--> statement-breakpoint
ALTER TABLE `block_keyed` RENAME TO `block`;--> statement-breakpoint
CREATE INDEX `block_institution` ON `block` (`institution_id`);--> statement-breakpoint
CREATE TABLE `name_key_keyed` (
	`key` text NOT NULL,
	`form` text NOT NULL,
	`name` integer NOT NULL,
	`institution_id` text NOT NULL,
	PRIMARY KEY(`key`, `form`, `name`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `name_key_keyed` SELECT `key`, `form`, `name`, `institution_id` FROM `name_key` ORDER BY 1, 2, 3;--> statement-breakpoint
DROP TABLE `name_key`;--> statement-breakpoint
ALTER TABLE `name_key_keyed` RENAME TO `name_key`;
