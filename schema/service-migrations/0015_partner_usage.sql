CREATE TABLE `partner_usage` (
	`key` integer NOT NULL,
	`day` text NOT NULL,
	`requests` integer NOT NULL,
	`refused` integer NOT NULL,
	PRIMARY KEY(`key`, `day`)
);
--> statement-breakpoint
CREATE INDEX `partner_usage_day` ON `partner_usage` (`day`);