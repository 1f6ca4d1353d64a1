CREATE TABLE `operator` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`added_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `operator_name` ON `operator` (`name`);--> statement-breakpoint
CREATE TABLE `operator_act` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`operator` text NOT NULL,
	`act` text NOT NULL,
	`about` text NOT NULL,
	`request` text,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `operator_act_at` ON `operator_act` (`at`);--> statement-breakpoint
CREATE TABLE `hotlink` (
	`host` text NOT NULL,
	`site` text NOT NULL,
	`count` integer NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	PRIMARY KEY(`host`, `site`)
);
--> statement-breakpoint
CREATE TABLE `partner_key` (
	`partner` text PRIMARY KEY NOT NULL,
	`key_hash` text NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_key_hash` ON `partner_key` (`key_hash`);--> statement-breakpoint
CREATE TABLE `partner_site` (
	`id` integer PRIMARY KEY NOT NULL,
	`domain` text NOT NULL,
	`partner` text NOT NULL,
	`token` text,
	`proven_on` text,
	`seen_on` text,
	`waiting_since` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_site_domain` ON `partner_site` (`domain`);--> statement-breakpoint
CREATE INDEX `partner_site_partner` ON `partner_site` (`partner`,`id`);--> statement-breakpoint
CREATE TABLE `signing_key` (
	`id` integer PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`kid` text NOT NULL,
	`role` text NOT NULL,
	`since` text NOT NULL,
	`jwk` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signing_key_kid` ON `signing_key` (`purpose`,`kid`);--> statement-breakpoint
CREATE UNIQUE INDEX `signing_key_role` ON `signing_key` (`purpose`,`role`) WHERE "signing_key"."role" <> 'past';--> statement-breakpoint
CREATE TABLE `status_entry` (
	`place` integer PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`site` text NOT NULL,
	`campus` text NOT NULL,
	`state` text NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `status_entry_stated` ON `status_entry` (`institution_id`,`site`,`campus`,`state`);--> statement-breakpoint
CREATE INDEX `status_entry_day` ON `status_entry` (`day`);--> statement-breakpoint
CREATE TABLE `error_report` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`about` text NOT NULL,
	`text` text NOT NULL,
	`lang` text NOT NULL,
	`generation` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `file_taken_over` (
	`file` text NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`file`, `sha256`)
);
