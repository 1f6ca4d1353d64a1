DROP TABLE `operator`;--> statement-breakpoint
DROP TABLE `operator_act`;--> statement-breakpoint
DROP TABLE `hotlink`;--> statement-breakpoint
DROP TABLE `partner_key`;--> statement-breakpoint
DROP TABLE `partner_site`;--> statement-breakpoint
DROP TABLE `signing_key`;--> statement-breakpoint
DROP TABLE `status_entry`;--> statement-breakpoint
DROP TABLE `error_report`;--> statement-breakpoint
DROP TABLE `file_taken_over`;