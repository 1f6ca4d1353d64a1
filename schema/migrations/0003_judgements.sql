CREATE TABLE `judgement_given` (
	`id` integer PRIMARY KEY NOT NULL,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`decision` text NOT NULL,
	`decided_by` text NOT NULL,
	`because` text NOT NULL,
	`decided_at` text NOT NULL,
	`generation` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `judgement_given_generation` ON `judgement_given` (`generation`);--> statement-breakpoint
CREATE TABLE `merger` (
	`id` integer PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`into_id` text NOT NULL,
	`first_generation` integer NOT NULL,
	`last_generation` integer
);
--> statement-breakpoint
CREATE INDEX `merger_institution` ON `merger` (`institution_id`);--> statement-breakpoint
INSERT INTO `merger` (`institution_id`, `into_id`, `first_generation`) SELECT `id`, `merged_into`, `merged_generation` FROM `institution` WHERE `merged_into` IS NOT NULL;
