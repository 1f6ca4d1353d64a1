CREATE TABLE `watch` (
	`id` text PRIMARY KEY NOT NULL,
	`partner` text NOT NULL,
	`name` text NOT NULL,
	`lang` text NOT NULL,
	`tell` text NOT NULL,
	`created_at` text NOT NULL,
	`entries` integer NOT NULL,
	`events` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `watch_partner` ON `watch` (`partner`,`created_at`);--> statement-breakpoint
CREATE TABLE `watch_entry` (
	`watch` text NOT NULL,
	`number` integer NOT NULL,
	`reference` text,
	`question` text NOT NULL,
	`told` text,
	`basis` text DEFAULT '' NOT NULL,
	`generation` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`watch`, `number`)
);
--> statement-breakpoint
CREATE INDEX `watch_entry_basis` ON `watch_entry` (`basis`,`generation`);--> statement-breakpoint
CREATE TABLE `watch_event` (
	`watch` text NOT NULL,
	`number` integer NOT NULL,
	`entry` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`watch`, `number`)
);
