CREATE TABLE `edition` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`generation` integer NOT NULL,
	`as_of` text,
	`accepted_at` text NOT NULL,
	`rows` integer NOT NULL,
	`reading` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `edition_source` ON `edition` (`source`,`id`);--> statement-breakpoint
CREATE TABLE `edition_snapshot` (
	`edition` integer NOT NULL,
	`position` integer NOT NULL,
	`snapshot` integer NOT NULL,
	PRIMARY KEY(`edition`, `position`)
);
--> statement-breakpoint
CREATE TABLE `snapshot` (
	`id` integer PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`source` text NOT NULL,
	`page` text NOT NULL,
	`url` text NOT NULL,
	`retrieved_at` text NOT NULL,
	`how` text NOT NULL,
	`transport` text NOT NULL,
	`content_type` text NOT NULL,
	`bytes` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshot_address` ON `snapshot` (`sha256`,`source`,`page`);--> statement-breakpoint
CREATE TABLE `dossier` (
	`id` integer PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`first_generation` integer NOT NULL,
	`last_generation` integer,
	`hash` text NOT NULL,
	`province` text,
	`city` text,
	`district` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_current` ON `dossier` (`institution_id`) WHERE last_generation is null;--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_version` ON `dossier` (`institution_id`,`first_generation`);--> statement-breakpoint
CREATE TABLE `generation` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`registry_hash` text NOT NULL,
	`last_run` integer NOT NULL,
	`code` text NOT NULL,
	`policy` text
);
--> statement-breakpoint
CREATE TABLE `campus` (
	`id` integer PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`record` integer NOT NULL,
	`first_generation` integer NOT NULL,
	`last_generation` integer,
	`address` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `campus_record` ON `campus` (`record`);--> statement-breakpoint
CREATE TABLE `credential` (
	`id` integer PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`record` integer NOT NULL,
	`first_generation` integer NOT NULL,
	`last_generation` integer,
	`gate` text NOT NULL,
	`code` text NOT NULL,
	`status` text NOT NULL,
	`issuer` text,
	`programme` text,
	`valid_from` text,
	`valid_until` text,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `credential_code` ON `credential` (`code`);--> statement-breakpoint
CREATE INDEX `credential_record` ON `credential` (`record`);--> statement-breakpoint
CREATE TABLE `identifier` (
	`id` integer PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`record` integer NOT NULL,
	`first_generation` integer NOT NULL,
	`last_generation` integer,
	`scheme` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `identifier_value` ON `identifier` (`value`);--> statement-breakpoint
CREATE INDEX `identifier_record` ON `identifier` (`record`);--> statement-breakpoint
CREATE TABLE `institution` (
	`id` text PRIMARY KEY NOT NULL,
	`first_generation` integer NOT NULL,
	`merged_into` text,
	`merged_generation` integer,
	`title_zh` text,
	`title_en` text,
	`province` text,
	`city` text
);
--> statement-breakpoint
CREATE INDEX `institution_merged` ON `institution` (`merged_into`);--> statement-breakpoint
CREATE TABLE `name` (
	`id` integer PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`record` integer NOT NULL,
	`first_generation` integer NOT NULL,
	`last_generation` integer,
	`value` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`official` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `name_institution` ON `name` (`institution_id`);--> statement-breakpoint
CREATE INDEX `name_record` ON `name` (`record`);--> statement-breakpoint
CREATE TABLE `name_key` (
	`key` text NOT NULL,
	`form` text NOT NULL,
	`name` integer NOT NULL,
	`institution_id` text NOT NULL,
	PRIMARY KEY(`key`, `form`, `name`)
);
--> statement-breakpoint
CREATE TABLE `judgement` (
	`id` integer PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`why` text NOT NULL,
	`first_generation` integer NOT NULL,
	`decision` text,
	`decided_by` text,
	`decided_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `judgement_pair` ON `judgement` (`institution_id`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `practitioner` (
	`id` integer PRIMARY KEY NOT NULL,
	`record` integer NOT NULL,
	`institution_id` text,
	`name` text NOT NULL,
	`certificate_hash` text NOT NULL,
	`certificate_last_four` text NOT NULL,
	`level` text,
	`category` text,
	`scope` text,
	`registered_since` text,
	`valid_until` text,
	`first_generation` integer NOT NULL,
	`last_generation` integer
);
--> statement-breakpoint
CREATE INDEX `practitioner_certificate` ON `practitioner` (`certificate_hash`);--> statement-breakpoint
CREATE TABLE `record` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	`kind` text NOT NULL,
	`rank` integer NOT NULL,
	`row` integer NOT NULL,
	`snapshot` integer NOT NULL,
	`institution_id` text,
	`first_generation` integer NOT NULL,
	`last_generation` integer,
	`seen_first` integer NOT NULL,
	`seen_last` integer,
	`misread` integer DEFAULT 0 NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `record_key` ON `record` (`source`,`key`);--> statement-breakpoint
CREATE INDEX `record_place` ON `record` (`snapshot`,`row`);--> statement-breakpoint
CREATE INDEX `record_institution` ON `record` (`institution_id`);--> statement-breakpoint
CREATE INDEX `record_first` ON `record` (`first_generation`,`rank`,`source`,`key`);--> statement-breakpoint
CREATE INDEX `record_last` ON `record` (`last_generation`) WHERE last_generation is not null;--> statement-breakpoint
CREATE INDEX `record_unassigned` ON `record` (`kind`) WHERE institution_id is null;--> statement-breakpoint
CREATE TABLE `issue` (
	`id` integer PRIMARY KEY NOT NULL,
	`run` integer NOT NULL,
	`code` text NOT NULL,
	`row` integer,
	`column` text,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `issue_run` ON `issue` (`run`);--> statement-breakpoint
CREATE TABLE `run` (
	`id` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`at` text NOT NULL,
	`state` text NOT NULL,
	`rows` integer NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`removed` integer NOT NULL,
	`refusals` text NOT NULL,
	`edition` integer
);
--> statement-breakpoint
CREATE INDEX `run_source` ON `run` (`source`,`id`);--> statement-breakpoint
CREATE TABLE `source` (
	`pk` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`first_generation` integer NOT NULL,
	`last_generation` integer,
	`digest` text NOT NULL,
	`descriptor` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `source_id` ON `source` (`id`,`first_generation`);