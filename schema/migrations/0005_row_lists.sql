CREATE TABLE `row_list` (
	`source` text PRIMARY KEY NOT NULL,
	`edition` integer NOT NULL,
	`stamp` text NOT NULL,
	`facts` text NOT NULL,
	`width` integer NOT NULL,
	`entries` blob NOT NULL,
	`ids` blob NOT NULL
);
