CREATE TABLE `block` (
	`key` integer NOT NULL,
	`institution_id` text NOT NULL,
	PRIMARY KEY(`key`, `institution_id`)
);
--> statement-breakpoint
CREATE INDEX `block_institution` ON `block` (`institution_id`);--> statement-breakpoint
ALTER TABLE `institution` ADD `node` text;--> statement-breakpoint
CREATE INDEX `institution_node` ON `institution` (`node`);--> statement-breakpoint
ALTER TABLE `merger` ADD `why` text;--> statement-breakpoint
ALTER TABLE `merger` ADD `probability` real;--> statement-breakpoint
ALTER TABLE `review_pair` ADD `probability` real DEFAULT 0.5 NOT NULL;--> statement-breakpoint
CREATE INDEX `review_pair_candidate` ON `review_pair` (`candidate_id`);