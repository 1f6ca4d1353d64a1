CREATE TABLE `watch_delivery` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`watch` text NOT NULL,
	`event` integer NOT NULL,
	`lane` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` text NOT NULL,
	`last_at` text,
	`last` text
);
--> statement-breakpoint
CREATE INDEX `watch_delivery_due` ON `watch_delivery` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `watch_delivery_lane` ON `watch_delivery` (`watch`,`state`,`lane`,`id`);--> statement-breakpoint
CREATE TABLE `watch_hook` (
	`watch` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`since` text NOT NULL,
	`stopped` text,
	`rest_until` text DEFAULT '' NOT NULL
);
