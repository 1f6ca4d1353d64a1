DROP INDEX `judgement_pair`;--> statement-breakpoint
ALTER TABLE `judgement` RENAME TO `review_pair`;--> statement-breakpoint
ALTER TABLE `review_pair` DROP COLUMN `decision`;--> statement-breakpoint
ALTER TABLE `review_pair` DROP COLUMN `decided_by`;--> statement-breakpoint
ALTER TABLE `review_pair` DROP COLUMN `decided_at`;--> statement-breakpoint
CREATE UNIQUE INDEX `review_pair_ids` ON `review_pair` (`institution_id`,`candidate_id`);--> statement-breakpoint
DROP INDEX `judgement_given_generation`;--> statement-breakpoint
ALTER TABLE `judgement_given` RENAME TO `judgement`;--> statement-breakpoint
CREATE INDEX `judgement_generation` ON `judgement` (`generation`);--> statement-breakpoint
DROP TABLE `practitioner`;
