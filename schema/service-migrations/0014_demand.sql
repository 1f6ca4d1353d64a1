CREATE TABLE `demand` (
	`week` text NOT NULL,
	`institution_id` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`week`, `institution_id`)
);
