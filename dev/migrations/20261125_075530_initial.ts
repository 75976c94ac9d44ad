import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_roles" AS ENUM('admin', 'marketing', 'sales');
  CREATE TYPE "public"."enum_customers_contacts_salutation" AS ENUM('ms', 'mr', 'neutral');
  CREATE TYPE "public"."enum_customers_language" AS ENUM('de', 'en');
  CREATE TYPE "public"."enum_activities_action" AS ENUM('call', 'email', 'meeting', 'visit', 'letter', 'offer', 'task', 'other');
  CREATE TYPE "public"."enum_activities_contact_salutation" AS ENUM('ms', 'mr', 'neutral');
  CREATE TYPE "public"."enum_orders_discount_type" AS ENUM('none', 'percent', 'amount');
  CREATE TYPE "public"."enum_orders_status" AS ENUM('open', 'confirmed', 'done', 'cancelled');
  CREATE TYPE "public"."enum_orders_price_mode" AS ENUM('net', 'gross');
  CREATE TYPE "public"."enum_orders_confirmation_recipient_salutation" AS ENUM('ms', 'mr', 'neutral');
  CREATE TYPE "public"."enum_orders_confirmation_language" AS ENUM('de', 'en');
  CREATE TYPE "public"."enum_newsletters_status" AS ENUM('draft', 'scheduled', 'preparing', 'sending', 'paused', 'sent', 'cancelled', 'failed');
  CREATE TYPE "public"."enum_subscribers_salutation" AS ENUM('ms', 'mr', 'neutral');
  CREATE TYPE "public"."enum_subscribers_language" AS ENUM('de', 'en');
  CREATE TYPE "public"."enum_subscribers_status" AS ENUM('pending', 'confirmed', 'unsubscribed', 'bounced', 'complained');
  CREATE TYPE "public"."enum_subscribers_legal_basis" AS ENUM('doubleOptIn', 'declared', 'existingCustomer');
  CREATE TYPE "public"."enum_consents_kind" AS ENUM('requested', 'confirmed', 'declared', 'existingCustomer', 'changed', 'revoked', 'bounced', 'complained', 'trackingRequested', 'trackingAllowed', 'trackingWithdrawn');
  CREATE TYPE "public"."enum_consents_basis" AS ENUM('doubleOptIn', 'declared', 'existingCustomer');
  CREATE TYPE "public"."enum_suppressions_reason" AS ENUM('unsubscribed', 'bounced', 'complained', 'manual');
  CREATE TYPE "public"."enum_bounces_kind" AS ENUM('hard', 'soft', 'complaint');
  CREATE TYPE "public"."enum_accounts_language" AS ENUM('de', 'en');
  CREATE TYPE "public"."enum_accounts_status" AS ENUM('invited', 'active', 'blocked');
  CREATE TYPE "public"."enum_accounts_origin" AS ENUM('invitation', 'registration', 'staff');
  CREATE TYPE "public"."enum_mails_kind" AS ENUM('orderConfirmation', 'subscriptionCheck', 'newsletterTest', 'newsletter', 'accountInvitation', 'accountVerification', 'accountExists', 'accountWaiting', 'accountApproval', 'accountWelcome', 'accountPasswordReset', 'accountPasswordChanged', 'accountEmailConfirm', 'accountEmailRequested', 'accountEmailChanged', 'accountLocked', 'accountBlocked', 'accountDeleted');
  CREATE TYPE "public"."enum_mails_state" AS ENUM('queued', 'sending', 'sent', 'deferred', 'failed', 'bounced', 'unknown', 'cancelled');
  CREATE TYPE "public"."enum_mails_language" AS ENUM('de', 'en');
  CREATE TYPE "public"."enum_mails_cause" AS ENUM('workerStopped', 'lineBroken');
  CREATE TYPE "public"."enum_crm_webhooks_events" AS ENUM('order.confirmed', 'order.done', 'order.cancelled', 'newsletter.sent', 'subscriber.confirmed', 'subscriber.unsubscribed');
  CREATE TYPE "public"."enum_crm_webhook_deliveries_event" AS ENUM('order.confirmed', 'order.done', 'order.cancelled', 'newsletter.sent', 'subscriber.confirmed', 'subscriber.unsubscribed');
  CREATE TYPE "public"."enum_crm_webhook_deliveries_state" AS ENUM('queued', 'sending', 'sent', 'deferred', 'failed');
  CREATE TYPE "public"."enum_crm_audit_action" AS ENUM('gdprExport', 'gdprErase');
  CREATE TYPE "public"."enum_crm_settings_orders_price_mode" AS ENUM('net', 'gross');
  CREATE TYPE "public"."enum_crm_settings_accounts_registration" AS ENUM('off', 'confirmation', 'approval');
  CREATE TYPE "public"."enum_crm_settings_accounts_approval_language" AS ENUM('de', 'en');
  CREATE TYPE "public"."enum_crm_settings_newsletter_tracking" AS ENUM('off', 'anonymous', 'consented');
  CREATE TYPE "public"."enum_crm_settings_sending_preset" AS ENUM('noLimits', 'ionos', 'allInkl', 'hostingDe', 'infomaniak', 'plesk', 'google', 'microsoft');
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_users_roles",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "customers_contacts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"salutation" "enum_customers_contacts_salutation",
  	"first_name" varchar,
  	"last_name" varchar,
  	"email" varchar,
  	"phone" varchar,
  	"position" varchar
  );
  
  CREATE TABLE "customers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"company" varchar NOT NULL,
  	"address_street" varchar,
  	"address_postal_code" varchar,
  	"address_city" varchar,
  	"address_region" varchar,
  	"address_country" varchar,
  	"email" varchar,
  	"phone" varchar,
  	"website" varchar,
  	"vat_id" varchar,
  	"bank_account_holder" varchar,
  	"bank_iban" varchar,
  	"bank_bic" varchar,
  	"bank_bank_name" varchar,
  	"customer_number" varchar,
  	"language" "enum_customers_language" DEFAULT 'de',
  	"notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "customers_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "activities" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"customer_id" integer NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"author_id" integer,
  	"due_date" timestamp(3) with time zone,
  	"action" "enum_activities_action",
  	"partner_id" integer,
  	"done" boolean DEFAULT false,
  	"done_at" timestamp(3) with time zone,
  	"contact_salutation" "enum_activities_contact_salutation",
  	"contact_first_name" varchar,
  	"contact_last_name" varchar,
  	"contact_email" varchar,
  	"contact_phone" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "orders_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"product_id" integer,
  	"name" varchar,
  	"sku" varchar,
  	"quantity" numeric DEFAULT 1,
  	"unit" varchar,
  	"unit_price" numeric,
  	"tax_rate" numeric,
  	"total" numeric
  );
  
  CREATE TABLE "orders_totals_taxes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"rate" numeric,
  	"net" numeric,
  	"tax" numeric
  );
  
  CREATE TABLE "orders" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"customer_id" integer NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"booking_date" timestamp(3) with time zone,
  	"discount_type" "enum_orders_discount_type" DEFAULT 'none',
  	"discount_percent" numeric,
  	"discount_amount" numeric,
  	"totals_subtotal" numeric,
  	"totals_discount" numeric,
  	"totals_net" numeric,
  	"totals_tax" numeric,
  	"totals_gross" numeric,
  	"status" "enum_orders_status" DEFAULT 'open',
  	"number" varchar,
  	"confirmed_at" timestamp(3) with time zone,
  	"done_at" timestamp(3) with time zone,
  	"revision" numeric,
  	"price_mode" "enum_orders_price_mode",
  	"ordered_by_id" integer,
  	"confirmation_company" varchar,
  	"confirmation_customer_number" varchar,
  	"confirmation_vat_id" varchar,
  	"confirmation_address_street" varchar,
  	"confirmation_address_postal_code" varchar,
  	"confirmation_address_city" varchar,
  	"confirmation_address_region" varchar,
  	"confirmation_address_country" varchar,
  	"confirmation_recipient_salutation" "enum_orders_confirmation_recipient_salutation",
  	"confirmation_recipient_first_name" varchar,
  	"confirmation_recipient_last_name" varchar,
  	"confirmation_recipient_email" varchar,
  	"confirmation_recipient_phone" varchar,
  	"confirmation_language" "enum_orders_confirmation_language" DEFAULT 'de',
  	"confirmation_count" numeric,
  	"confirmation_letterhead" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "products" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"sku" varchar,
  	"description" varchar,
  	"price" numeric NOT NULL,
  	"tax_rate" numeric DEFAULT 19,
  	"unit" varchar,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "newsletters" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"preheader" varchar,
  	"content" jsonb,
  	"web_view" boolean DEFAULT false,
  	"template" boolean DEFAULT false,
  	"audience" jsonb,
  	"scheduled_at" timestamp(3) with time zone,
  	"status" "enum_newsletters_status" DEFAULT 'draft',
  	"progress_recipients" numeric DEFAULT 0,
  	"progress_sent" numeric DEFAULT 0,
  	"progress_failed" numeric DEFAULT 0,
  	"progress_unknown" numeric DEFAULT 0,
  	"progress_bounced" numeric DEFAULT 0,
  	"progress_unsubscribed" numeric DEFAULT 0,
  	"run_started_at" timestamp(3) with time zone,
  	"run_frozen_at" timestamp(3) with time zone,
  	"run_finished_at" timestamp(3) with time zone,
  	"run_cause" jsonb,
  	"run_canary" numeric DEFAULT 0,
  	"frozen" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "newsletter_images" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"alt" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric
  );
  
  CREATE TABLE "mailing_lists" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"public" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "subscribers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"email" varchar NOT NULL,
  	"salutation" "enum_subscribers_salutation",
  	"first_name" varchar,
  	"last_name" varchar,
  	"language" "enum_subscribers_language" DEFAULT 'de',
  	"customer_id" integer,
  	"status" "enum_subscribers_status" DEFAULT 'pending' NOT NULL,
  	"legal_basis" "enum_subscribers_legal_basis",
  	"requested_at" timestamp(3) with time zone,
  	"confirmed_at" timestamp(3) with time zone,
  	"unsubscribed_at" timestamp(3) with time zone,
  	"tracking_consent_at" timestamp(3) with time zone,
  	"soft_bounces" numeric DEFAULT 0,
  	"bounced_at" timestamp(3) with time zone,
  	"bounce_reason" varchar,
  	"requested_tracking" boolean,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "subscribers_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"mailing_lists_id" integer
  );
  
  CREATE TABLE "consents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"subscriber_id" integer,
  	"kind" "enum_consents_kind" NOT NULL,
  	"basis" "enum_consents_basis",
  	"email" varchar NOT NULL,
  	"text" varchar,
  	"text_version" varchar,
  	"lists" jsonb,
  	"requested_at" timestamp(3) with time zone,
  	"request_ip" varchar,
  	"request_url" varchar,
  	"confirmed_at" timestamp(3) with time zone,
  	"confirm_ip" varchar,
  	"revoked_at" timestamp(3) with time zone,
  	"revoke_ip" varchar,
  	"reason" varchar,
  	"source" varchar,
  	"newsletter_id" integer,
  	"declared_by" varchar,
  	"mail_message_id" varchar,
  	"mail_text" varchar,
  	"recorded_at" timestamp(3) with time zone,
  	"subscriber_key" varchar NOT NULL,
  	"sequence" numeric,
  	"prev_hash" varchar,
  	"hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "suppressions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"address" varchar,
  	"address_hash" varchar NOT NULL,
  	"reason" "enum_suppressions_reason" DEFAULT 'manual' NOT NULL,
  	"since" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "bounces" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" "enum_bounces_kind" NOT NULL,
  	"recipient" varchar,
  	"status_code" varchar,
  	"diagnostic" varchar,
  	"mail_id" integer,
  	"subscriber_id" integer,
  	"customer_id" integer,
  	"newsletter_id" integer,
  	"received_at" timestamp(3) with time zone,
  	"report_key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "accounts_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "accounts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"customer_id" integer,
  	"language" "enum_accounts_language" DEFAULT 'de',
  	"status" "enum_accounts_status" DEFAULT 'invited' NOT NULL,
  	"origin" "enum_accounts_origin" DEFAULT 'staff',
  	"registered_company" varchar,
  	"verified_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "mails" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" "enum_mails_kind" NOT NULL,
  	"state" "enum_mails_state" DEFAULT 'queued' NOT NULL,
  	"to" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"language" "enum_mails_language" DEFAULT 'de',
  	"order_id" integer,
  	"newsletter_id" integer,
  	"subscriber_id" integer,
  	"account_id" integer,
  	"customer_id" integer,
  	"attempts" numeric DEFAULT 0,
  	"message_id" varchar,
  	"last_error" varchar,
  	"cause" "enum_mails_cause",
  	"response" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"next_attempt_at" timestamp(3) with time zone,
  	"attachment_digest" varchar,
  	"text" varchar,
  	"html" varchar,
  	"dedupe_key" varchar NOT NULL,
  	"details" jsonb,
  	"lease" varchar,
  	"lease_until" timestamp(3) with time zone,
  	"enqueued_at" timestamp(3) with time zone,
  	"position" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_webhooks_events" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_crm_webhooks_events",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "crm_webhooks" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"url" varchar NOT NULL,
  	"secret" varchar,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_webhook_deliveries" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"webhook_id" integer,
  	"event" "enum_crm_webhook_deliveries_event",
  	"event_id" varchar NOT NULL,
  	"state" "enum_crm_webhook_deliveries_state" DEFAULT 'queued' NOT NULL,
  	"attempts" numeric DEFAULT 0,
  	"response_status" numeric,
  	"last_error" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"next_attempt_at" timestamp(3) with time zone,
  	"body" varchar NOT NULL,
  	"lease_until" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_audit" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"action" "enum_crm_audit_action" NOT NULL,
  	"person" varchar NOT NULL,
  	"author_id" integer,
  	"counts" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_counters" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"value" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_workers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"queue" varchar NOT NULL,
  	"mail" varchar NOT NULL,
  	"seen_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_account_tokens" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"hash" varchar NOT NULL,
  	"account_id" integer,
  	"purpose" varchar NOT NULL,
  	"email" varchar,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_rate_limits" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"window_start" numeric NOT NULL,
  	"count" numeric NOT NULL,
  	"previous" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_rates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"state" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_idempotency_keys" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"request" varchar NOT NULL,
  	"order_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_reaction_counts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"newsletter_id" integer,
  	"day" varchar NOT NULL,
  	"link" numeric NOT NULL,
  	"count" numeric NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_reactions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"newsletter_id" integer,
  	"subscriber_id" integer,
  	"link" numeric NOT NULL,
  	"count" numeric NOT NULL,
  	"first_at" timestamp(3) with time zone NOT NULL,
  	"last_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer,
  	"accounts_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer,
  	"accounts_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"sender_name" varchar,
  	"sender_email" varchar,
  	"sender_reply_to" varchar,
  	"company_name" varchar,
  	"company_street" varchar,
  	"company_postal_code" varchar,
  	"company_city" varchar,
  	"company_region" varchar,
  	"company_country" varchar,
  	"company_phone" varchar,
  	"company_email" varchar,
  	"company_website" varchar,
  	"company_managing_directors" varchar,
  	"company_register_court" varchar,
  	"company_register_number" varchar,
  	"company_vat_id" varchar,
  	"company_tax_number" varchar,
  	"bank_account_holder" varchar,
  	"bank_iban" varchar,
  	"bank_bic" varchar,
  	"bank_bank_name" varchar,
  	"orders_number_format" varchar DEFAULT 'AB-{YYYY}-{00000}',
  	"orders_price_mode" "enum_crm_settings_orders_price_mode" DEFAULT 'net',
  	"subscription_purge_days" numeric DEFAULT 30,
  	"subscription_soft_bounce_limit" numeric DEFAULT 5,
  	"subscription_evidence_years" numeric DEFAULT 3,
  	"subscription_de_consent_text" varchar,
  	"subscription_de_tracking_text" varchar,
  	"subscription_de_existing_customer_notice" varchar,
  	"subscription_en_consent_text" varchar,
  	"subscription_en_tracking_text" varchar,
  	"subscription_en_existing_customer_notice" varchar,
  	"accounts_registration" "enum_crm_settings_accounts_registration" DEFAULT 'off',
  	"accounts_approval_email" varchar,
  	"accounts_approval_language" "enum_crm_settings_accounts_approval_language" DEFAULT 'de',
  	"accounts_link_template" varchar,
  	"accounts_confirm_orders" boolean DEFAULT false,
  	"newsletter_logo_id" integer,
  	"newsletter_accent" varchar,
  	"newsletter_dkim_selector" varchar,
  	"newsletter_check_links" boolean DEFAULT false,
  	"newsletter_tracking" "enum_crm_settings_newsletter_tracking" DEFAULT 'off',
  	"newsletter_de_footer" varchar,
  	"newsletter_en_footer" varchar,
  	"sending_preset" "enum_crm_settings_sending_preset" DEFAULT 'noLimits',
  	"sending_per_second" numeric,
  	"sending_per_minute" numeric,
  	"sending_per_hour" numeric,
  	"sending_per_day" numeric,
  	"sending_canary_size" numeric,
  	"sending_canary_percent" numeric DEFAULT 10,
  	"sending_bounce_address" varchar,
  	"mail_texts_de_order_confirmation_subject" varchar,
  	"mail_texts_de_order_confirmation_intro" varchar,
  	"mail_texts_de_order_confirmation_closing" varchar,
  	"mail_texts_de_account_invitation_subject" varchar,
  	"mail_texts_de_account_invitation_intro" varchar,
  	"mail_texts_de_account_invitation_closing" varchar,
  	"mail_texts_de_account_verification_subject" varchar,
  	"mail_texts_de_account_verification_intro" varchar,
  	"mail_texts_de_account_verification_closing" varchar,
  	"mail_texts_de_account_exists_subject" varchar,
  	"mail_texts_de_account_exists_intro" varchar,
  	"mail_texts_de_account_exists_closing" varchar,
  	"mail_texts_de_account_waiting_subject" varchar,
  	"mail_texts_de_account_waiting_intro" varchar,
  	"mail_texts_de_account_waiting_closing" varchar,
  	"mail_texts_de_account_approval_subject" varchar,
  	"mail_texts_de_account_approval_intro" varchar,
  	"mail_texts_de_account_approval_closing" varchar,
  	"mail_texts_de_account_welcome_subject" varchar,
  	"mail_texts_de_account_welcome_intro" varchar,
  	"mail_texts_de_account_welcome_closing" varchar,
  	"mail_texts_de_account_password_reset_subject" varchar,
  	"mail_texts_de_account_password_reset_intro" varchar,
  	"mail_texts_de_account_password_reset_closing" varchar,
  	"mail_texts_de_account_password_changed_subject" varchar,
  	"mail_texts_de_account_password_changed_intro" varchar,
  	"mail_texts_de_account_password_changed_closing" varchar,
  	"mail_texts_de_account_email_confirm_subject" varchar,
  	"mail_texts_de_account_email_confirm_intro" varchar,
  	"mail_texts_de_account_email_confirm_closing" varchar,
  	"mail_texts_de_account_email_requested_subject" varchar,
  	"mail_texts_de_account_email_requested_intro" varchar,
  	"mail_texts_de_account_email_requested_closing" varchar,
  	"mail_texts_de_account_email_changed_subject" varchar,
  	"mail_texts_de_account_email_changed_intro" varchar,
  	"mail_texts_de_account_email_changed_closing" varchar,
  	"mail_texts_de_account_locked_subject" varchar,
  	"mail_texts_de_account_locked_intro" varchar,
  	"mail_texts_de_account_locked_closing" varchar,
  	"mail_texts_de_account_blocked_subject" varchar,
  	"mail_texts_de_account_blocked_intro" varchar,
  	"mail_texts_de_account_blocked_closing" varchar,
  	"mail_texts_de_account_deleted_subject" varchar,
  	"mail_texts_de_account_deleted_intro" varchar,
  	"mail_texts_de_account_deleted_closing" varchar,
  	"mail_texts_en_order_confirmation_subject" varchar,
  	"mail_texts_en_order_confirmation_intro" varchar,
  	"mail_texts_en_order_confirmation_closing" varchar,
  	"mail_texts_en_account_invitation_subject" varchar,
  	"mail_texts_en_account_invitation_intro" varchar,
  	"mail_texts_en_account_invitation_closing" varchar,
  	"mail_texts_en_account_verification_subject" varchar,
  	"mail_texts_en_account_verification_intro" varchar,
  	"mail_texts_en_account_verification_closing" varchar,
  	"mail_texts_en_account_exists_subject" varchar,
  	"mail_texts_en_account_exists_intro" varchar,
  	"mail_texts_en_account_exists_closing" varchar,
  	"mail_texts_en_account_waiting_subject" varchar,
  	"mail_texts_en_account_waiting_intro" varchar,
  	"mail_texts_en_account_waiting_closing" varchar,
  	"mail_texts_en_account_approval_subject" varchar,
  	"mail_texts_en_account_approval_intro" varchar,
  	"mail_texts_en_account_approval_closing" varchar,
  	"mail_texts_en_account_welcome_subject" varchar,
  	"mail_texts_en_account_welcome_intro" varchar,
  	"mail_texts_en_account_welcome_closing" varchar,
  	"mail_texts_en_account_password_reset_subject" varchar,
  	"mail_texts_en_account_password_reset_intro" varchar,
  	"mail_texts_en_account_password_reset_closing" varchar,
  	"mail_texts_en_account_password_changed_subject" varchar,
  	"mail_texts_en_account_password_changed_intro" varchar,
  	"mail_texts_en_account_password_changed_closing" varchar,
  	"mail_texts_en_account_email_confirm_subject" varchar,
  	"mail_texts_en_account_email_confirm_intro" varchar,
  	"mail_texts_en_account_email_confirm_closing" varchar,
  	"mail_texts_en_account_email_requested_subject" varchar,
  	"mail_texts_en_account_email_requested_intro" varchar,
  	"mail_texts_en_account_email_requested_closing" varchar,
  	"mail_texts_en_account_email_changed_subject" varchar,
  	"mail_texts_en_account_email_changed_intro" varchar,
  	"mail_texts_en_account_email_changed_closing" varchar,
  	"mail_texts_en_account_locked_subject" varchar,
  	"mail_texts_en_account_locked_intro" varchar,
  	"mail_texts_en_account_locked_closing" varchar,
  	"mail_texts_en_account_blocked_subject" varchar,
  	"mail_texts_en_account_blocked_intro" varchar,
  	"mail_texts_en_account_blocked_closing" varchar,
  	"mail_texts_en_account_deleted_subject" varchar,
  	"mail_texts_en_account_deleted_intro" varchar,
  	"mail_texts_en_account_deleted_closing" varchar,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "customers_contacts" ADD CONSTRAINT "customers_contacts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "customers_texts" ADD CONSTRAINT "customers_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "activities" ADD CONSTRAINT "activities_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "activities" ADD CONSTRAINT "activities_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "activities" ADD CONSTRAINT "activities_partner_id_customers_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines" ADD CONSTRAINT "orders_lines_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_lines" ADD CONSTRAINT "orders_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders_totals_taxes" ADD CONSTRAINT "orders_totals_taxes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_ordered_by_id_accounts_id_fk" FOREIGN KEY ("ordered_by_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscribers" ADD CONSTRAINT "subscribers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscribers_rels" ADD CONSTRAINT "subscribers_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "subscribers_rels" ADD CONSTRAINT "subscribers_rels_mailing_lists_fk" FOREIGN KEY ("mailing_lists_id") REFERENCES "public"."mailing_lists"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bounces" ADD CONSTRAINT "bounces_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bounces" ADD CONSTRAINT "bounces_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bounces" ADD CONSTRAINT "bounces_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bounces" ADD CONSTRAINT "bounces_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "accounts_sessions" ADD CONSTRAINT "accounts_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "accounts" ADD CONSTRAINT "accounts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mails" ADD CONSTRAINT "mails_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mails" ADD CONSTRAINT "mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mails" ADD CONSTRAINT "mails_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_webhooks_events" ADD CONSTRAINT "crm_webhooks_events_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."crm_webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "crm_webhook_deliveries" ADD CONSTRAINT "crm_webhook_deliveries_webhook_id_crm_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."crm_webhooks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_audit" ADD CONSTRAINT "crm_audit_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_account_tokens" ADD CONSTRAINT "crm_account_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_idempotency_keys" ADD CONSTRAINT "crm_idempotency_keys_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_reaction_counts" ADD CONSTRAINT "crm_reaction_counts_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_reactions" ADD CONSTRAINT "crm_reactions_newsletter_id_newsletters_id_fk" FOREIGN KEY ("newsletter_id") REFERENCES "public"."newsletters"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_reactions" ADD CONSTRAINT "crm_reactions_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_accounts_fk" FOREIGN KEY ("accounts_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_accounts_fk" FOREIGN KEY ("accounts_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "crm_settings" ADD CONSTRAINT "crm_settings_newsletter_logo_id_newsletter_images_id_fk" FOREIGN KEY ("newsletter_logo_id") REFERENCES "public"."newsletter_images"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_roles_value_idx" ON "users_roles" USING btree ("value");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "customers_contacts_order_idx" ON "customers_contacts" USING btree ("_order");
  CREATE INDEX "customers_contacts_parent_id_idx" ON "customers_contacts" USING btree ("_parent_id");
  CREATE INDEX "customers_company_idx" ON "customers" USING btree ("company");
  CREATE INDEX "customers_address_address_city_idx" ON "customers" USING btree ("address_city");
  CREATE INDEX "customers_email_idx" ON "customers" USING btree ("email");
  CREATE UNIQUE INDEX "customers_customer_number_idx" ON "customers" USING btree ("customer_number");
  CREATE INDEX "customers_language_idx" ON "customers" USING btree ("language");
  CREATE INDEX "customers_updated_at_idx" ON "customers" USING btree ("updated_at");
  CREATE INDEX "customers_created_at_idx" ON "customers" USING btree ("created_at");
  CREATE INDEX "customers_texts_order_parent" ON "customers_texts" USING btree ("order","parent_id");
  CREATE INDEX "customers_texts_text_idx" ON "customers_texts" USING btree ("text");
  CREATE INDEX "activities_customer_idx" ON "activities" USING btree ("customer_id");
  CREATE INDEX "activities_name_idx" ON "activities" USING btree ("name");
  CREATE INDEX "activities_author_idx" ON "activities" USING btree ("author_id");
  CREATE INDEX "activities_due_date_idx" ON "activities" USING btree ("due_date");
  CREATE INDEX "activities_action_idx" ON "activities" USING btree ("action");
  CREATE INDEX "activities_partner_idx" ON "activities" USING btree ("partner_id");
  CREATE INDEX "activities_done_idx" ON "activities" USING btree ("done");
  CREATE INDEX "activities_updated_at_idx" ON "activities" USING btree ("updated_at");
  CREATE INDEX "activities_created_at_idx" ON "activities" USING btree ("created_at");
  CREATE INDEX "customer_done_idx" ON "activities" USING btree ("customer_id","done");
  CREATE INDEX "orders_lines_order_idx" ON "orders_lines" USING btree ("_order");
  CREATE INDEX "orders_lines_parent_id_idx" ON "orders_lines" USING btree ("_parent_id");
  CREATE INDEX "orders_lines_product_idx" ON "orders_lines" USING btree ("product_id");
  CREATE INDEX "orders_totals_taxes_order_idx" ON "orders_totals_taxes" USING btree ("_order");
  CREATE INDEX "orders_totals_taxes_parent_id_idx" ON "orders_totals_taxes" USING btree ("_parent_id");
  CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("customer_id");
  CREATE INDEX "orders_name_idx" ON "orders" USING btree ("name");
  CREATE INDEX "orders_booking_date_idx" ON "orders" USING btree ("booking_date");
  CREATE INDEX "orders_totals_totals_gross_idx" ON "orders" USING btree ("totals_gross");
  CREATE INDEX "orders_status_idx" ON "orders" USING btree ("status");
  CREATE UNIQUE INDEX "orders_number_idx" ON "orders" USING btree ("number");
  CREATE INDEX "orders_confirmed_at_idx" ON "orders" USING btree ("confirmed_at");
  CREATE INDEX "orders_ordered_by_idx" ON "orders" USING btree ("ordered_by_id");
  CREATE INDEX "orders_confirmation_address_confirmation_address_city_idx" ON "orders" USING btree ("confirmation_address_city");
  CREATE INDEX "orders_updated_at_idx" ON "orders" USING btree ("updated_at");
  CREATE INDEX "orders_created_at_idx" ON "orders" USING btree ("created_at");
  CREATE INDEX "customer_status_idx" ON "orders" USING btree ("customer_id","status");
  CREATE INDEX "products_name_idx" ON "products" USING btree ("name");
  CREATE UNIQUE INDEX "products_sku_idx" ON "products" USING btree ("sku");
  CREATE INDEX "products_price_idx" ON "products" USING btree ("price");
  CREATE INDEX "products_active_idx" ON "products" USING btree ("active");
  CREATE INDEX "products_updated_at_idx" ON "products" USING btree ("updated_at");
  CREATE INDEX "products_created_at_idx" ON "products" USING btree ("created_at");
  CREATE INDEX "newsletters_name_idx" ON "newsletters" USING btree ("name");
  CREATE INDEX "newsletters_template_idx" ON "newsletters" USING btree ("template");
  CREATE INDEX "newsletters_scheduled_at_idx" ON "newsletters" USING btree ("scheduled_at");
  CREATE INDEX "newsletters_status_idx" ON "newsletters" USING btree ("status");
  CREATE INDEX "newsletters_updated_at_idx" ON "newsletters" USING btree ("updated_at");
  CREATE INDEX "newsletters_created_at_idx" ON "newsletters" USING btree ("created_at");
  CREATE INDEX "newsletter_images_updated_at_idx" ON "newsletter_images" USING btree ("updated_at");
  CREATE INDEX "newsletter_images_created_at_idx" ON "newsletter_images" USING btree ("created_at");
  CREATE UNIQUE INDEX "newsletter_images_filename_idx" ON "newsletter_images" USING btree ("filename");
  CREATE INDEX "mailing_lists_name_idx" ON "mailing_lists" USING btree ("name");
  CREATE INDEX "mailing_lists_public_idx" ON "mailing_lists" USING btree ("public");
  CREATE INDEX "mailing_lists_updated_at_idx" ON "mailing_lists" USING btree ("updated_at");
  CREATE INDEX "mailing_lists_created_at_idx" ON "mailing_lists" USING btree ("created_at");
  CREATE UNIQUE INDEX "subscribers_email_idx" ON "subscribers" USING btree ("email");
  CREATE INDEX "subscribers_language_idx" ON "subscribers" USING btree ("language");
  CREATE INDEX "subscribers_customer_idx" ON "subscribers" USING btree ("customer_id");
  CREATE INDEX "subscribers_status_idx" ON "subscribers" USING btree ("status");
  CREATE INDEX "subscribers_legal_basis_idx" ON "subscribers" USING btree ("legal_basis");
  CREATE INDEX "subscribers_requested_at_idx" ON "subscribers" USING btree ("requested_at");
  CREATE INDEX "subscribers_unsubscribed_at_idx" ON "subscribers" USING btree ("unsubscribed_at");
  CREATE INDEX "subscribers_updated_at_idx" ON "subscribers" USING btree ("updated_at");
  CREATE INDEX "subscribers_created_at_idx" ON "subscribers" USING btree ("created_at");
  CREATE INDEX "subscribers_rels_order_idx" ON "subscribers_rels" USING btree ("order");
  CREATE INDEX "subscribers_rels_parent_idx" ON "subscribers_rels" USING btree ("parent_id");
  CREATE INDEX "subscribers_rels_path_idx" ON "subscribers_rels" USING btree ("path");
  CREATE INDEX "subscribers_rels_mailing_lists_id_idx" ON "subscribers_rels" USING btree ("mailing_lists_id");
  CREATE INDEX "consents_subscriber_idx" ON "consents" USING btree ("subscriber_id");
  CREATE INDEX "consents_kind_idx" ON "consents" USING btree ("kind");
  CREATE INDEX "consents_basis_idx" ON "consents" USING btree ("basis");
  CREATE INDEX "consents_email_idx" ON "consents" USING btree ("email");
  CREATE INDEX "consents_requested_at_idx" ON "consents" USING btree ("requested_at");
  CREATE INDEX "consents_newsletter_idx" ON "consents" USING btree ("newsletter_id");
  CREATE INDEX "consents_recorded_at_idx" ON "consents" USING btree ("recorded_at");
  CREATE INDEX "consents_hash_idx" ON "consents" USING btree ("hash");
  CREATE INDEX "consents_updated_at_idx" ON "consents" USING btree ("updated_at");
  CREATE INDEX "consents_created_at_idx" ON "consents" USING btree ("created_at");
  CREATE UNIQUE INDEX "subscriberKey_sequence_idx" ON "consents" USING btree ("subscriber_key","sequence");
  CREATE INDEX "suppressions_address_idx" ON "suppressions" USING btree ("address");
  CREATE UNIQUE INDEX "suppressions_address_hash_idx" ON "suppressions" USING btree ("address_hash");
  CREATE INDEX "suppressions_reason_idx" ON "suppressions" USING btree ("reason");
  CREATE INDEX "suppressions_since_idx" ON "suppressions" USING btree ("since");
  CREATE INDEX "suppressions_updated_at_idx" ON "suppressions" USING btree ("updated_at");
  CREATE INDEX "suppressions_created_at_idx" ON "suppressions" USING btree ("created_at");
  CREATE INDEX "bounces_kind_idx" ON "bounces" USING btree ("kind");
  CREATE INDEX "bounces_recipient_idx" ON "bounces" USING btree ("recipient");
  CREATE INDEX "bounces_mail_idx" ON "bounces" USING btree ("mail_id");
  CREATE INDEX "bounces_subscriber_idx" ON "bounces" USING btree ("subscriber_id");
  CREATE INDEX "bounces_customer_idx" ON "bounces" USING btree ("customer_id");
  CREATE INDEX "bounces_newsletter_idx" ON "bounces" USING btree ("newsletter_id");
  CREATE INDEX "bounces_received_at_idx" ON "bounces" USING btree ("received_at");
  CREATE UNIQUE INDEX "bounces_report_key_idx" ON "bounces" USING btree ("report_key");
  CREATE INDEX "bounces_updated_at_idx" ON "bounces" USING btree ("updated_at");
  CREATE INDEX "bounces_created_at_idx" ON "bounces" USING btree ("created_at");
  CREATE INDEX "accounts_sessions_order_idx" ON "accounts_sessions" USING btree ("_order");
  CREATE INDEX "accounts_sessions_parent_id_idx" ON "accounts_sessions" USING btree ("_parent_id");
  CREATE INDEX "accounts_name_idx" ON "accounts" USING btree ("name");
  CREATE INDEX "accounts_customer_idx" ON "accounts" USING btree ("customer_id");
  CREATE INDEX "accounts_status_idx" ON "accounts" USING btree ("status");
  CREATE INDEX "accounts_updated_at_idx" ON "accounts" USING btree ("updated_at");
  CREATE INDEX "accounts_created_at_idx" ON "accounts" USING btree ("created_at");
  CREATE UNIQUE INDEX "accounts_email_idx" ON "accounts" USING btree ("email");
  CREATE INDEX "mails_order_idx" ON "mails" USING btree ("order_id");
  CREATE INDEX "mails_newsletter_idx" ON "mails" USING btree ("newsletter_id");
  CREATE INDEX "mails_subscriber_idx" ON "mails" USING btree ("subscriber_id");
  CREATE INDEX "mails_account_idx" ON "mails" USING btree ("account_id");
  CREATE INDEX "mails_customer_idx" ON "mails" USING btree ("customer_id");
  CREATE INDEX "mails_message_id_idx" ON "mails" USING btree ("message_id");
  CREATE UNIQUE INDEX "mails_dedupe_key_idx" ON "mails" USING btree ("dedupe_key");
  CREATE INDEX "mails_updated_at_idx" ON "mails" USING btree ("updated_at");
  CREATE INDEX "mails_created_at_idx" ON "mails" USING btree ("created_at");
  CREATE INDEX "kind_state_nextAttemptAt_idx" ON "mails" USING btree ("kind","state","next_attempt_at");
  CREATE INDEX "newsletter_state_position_idx" ON "mails" USING btree ("newsletter_id","state","position");
  CREATE INDEX "crm_webhooks_events_order_idx" ON "crm_webhooks_events" USING btree ("order");
  CREATE INDEX "crm_webhooks_events_parent_idx" ON "crm_webhooks_events" USING btree ("parent_id");
  CREATE INDEX "crm_webhooks_active_idx" ON "crm_webhooks" USING btree ("active");
  CREATE INDEX "crm_webhooks_updated_at_idx" ON "crm_webhooks" USING btree ("updated_at");
  CREATE INDEX "crm_webhooks_created_at_idx" ON "crm_webhooks" USING btree ("created_at");
  CREATE INDEX "crm_webhook_deliveries_webhook_idx" ON "crm_webhook_deliveries" USING btree ("webhook_id");
  CREATE INDEX "crm_webhook_deliveries_event_id_idx" ON "crm_webhook_deliveries" USING btree ("event_id");
  CREATE INDEX "crm_webhook_deliveries_state_idx" ON "crm_webhook_deliveries" USING btree ("state");
  CREATE INDEX "crm_webhook_deliveries_lease_until_idx" ON "crm_webhook_deliveries" USING btree ("lease_until");
  CREATE INDEX "crm_webhook_deliveries_updated_at_idx" ON "crm_webhook_deliveries" USING btree ("updated_at");
  CREATE INDEX "crm_webhook_deliveries_created_at_idx" ON "crm_webhook_deliveries" USING btree ("created_at");
  CREATE INDEX "state_nextAttemptAt_idx" ON "crm_webhook_deliveries" USING btree ("state","next_attempt_at");
  CREATE INDEX "crm_audit_action_idx" ON "crm_audit" USING btree ("action");
  CREATE INDEX "crm_audit_person_idx" ON "crm_audit" USING btree ("person");
  CREATE INDEX "crm_audit_author_idx" ON "crm_audit" USING btree ("author_id");
  CREATE INDEX "crm_audit_updated_at_idx" ON "crm_audit" USING btree ("updated_at");
  CREATE INDEX "crm_audit_created_at_idx" ON "crm_audit" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_counters_key_idx" ON "crm_counters" USING btree ("key");
  CREATE INDEX "crm_counters_updated_at_idx" ON "crm_counters" USING btree ("updated_at");
  CREATE INDEX "crm_counters_created_at_idx" ON "crm_counters" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_workers_key_idx" ON "crm_workers" USING btree ("key");
  CREATE INDEX "crm_workers_seen_at_idx" ON "crm_workers" USING btree ("seen_at");
  CREATE INDEX "crm_workers_updated_at_idx" ON "crm_workers" USING btree ("updated_at");
  CREATE INDEX "crm_workers_created_at_idx" ON "crm_workers" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_account_tokens_hash_idx" ON "crm_account_tokens" USING btree ("hash");
  CREATE INDEX "crm_account_tokens_account_idx" ON "crm_account_tokens" USING btree ("account_id");
  CREATE INDEX "crm_account_tokens_expires_at_idx" ON "crm_account_tokens" USING btree ("expires_at");
  CREATE INDEX "crm_account_tokens_updated_at_idx" ON "crm_account_tokens" USING btree ("updated_at");
  CREATE INDEX "crm_account_tokens_created_at_idx" ON "crm_account_tokens" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_rate_limits_key_idx" ON "crm_rate_limits" USING btree ("key");
  CREATE INDEX "crm_rate_limits_window_start_idx" ON "crm_rate_limits" USING btree ("window_start");
  CREATE INDEX "crm_rate_limits_updated_at_idx" ON "crm_rate_limits" USING btree ("updated_at");
  CREATE INDEX "crm_rate_limits_created_at_idx" ON "crm_rate_limits" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_rates_key_idx" ON "crm_rates" USING btree ("key");
  CREATE INDEX "crm_rates_updated_at_idx" ON "crm_rates" USING btree ("updated_at");
  CREATE INDEX "crm_rates_created_at_idx" ON "crm_rates" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_idempotency_keys_key_idx" ON "crm_idempotency_keys" USING btree ("key");
  CREATE INDEX "crm_idempotency_keys_order_idx" ON "crm_idempotency_keys" USING btree ("order_id");
  CREATE INDEX "crm_idempotency_keys_updated_at_idx" ON "crm_idempotency_keys" USING btree ("updated_at");
  CREATE INDEX "crm_idempotency_keys_created_at_idx" ON "crm_idempotency_keys" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_reaction_counts_key_idx" ON "crm_reaction_counts" USING btree ("key");
  CREATE INDEX "crm_reaction_counts_newsletter_idx" ON "crm_reaction_counts" USING btree ("newsletter_id");
  CREATE INDEX "crm_reaction_counts_updated_at_idx" ON "crm_reaction_counts" USING btree ("updated_at");
  CREATE INDEX "crm_reaction_counts_created_at_idx" ON "crm_reaction_counts" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_reactions_key_idx" ON "crm_reactions" USING btree ("key");
  CREATE INDEX "crm_reactions_newsletter_idx" ON "crm_reactions" USING btree ("newsletter_id");
  CREATE INDEX "crm_reactions_subscriber_idx" ON "crm_reactions" USING btree ("subscriber_id");
  CREATE INDEX "crm_reactions_updated_at_idx" ON "crm_reactions" USING btree ("updated_at");
  CREATE INDEX "crm_reactions_created_at_idx" ON "crm_reactions" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_accounts_id_idx" ON "payload_locked_documents_rels" USING btree ("accounts_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_rels_accounts_id_idx" ON "payload_preferences_rels" USING btree ("accounts_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "crm_settings_company_company_city_idx" ON "crm_settings" USING btree ("company_city");
  CREATE INDEX "crm_settings_newsletter_newsletter_logo_idx" ON "crm_settings" USING btree ("newsletter_logo_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "customers_contacts" CASCADE;
  DROP TABLE "customers" CASCADE;
  DROP TABLE "customers_texts" CASCADE;
  DROP TABLE "activities" CASCADE;
  DROP TABLE "orders_lines" CASCADE;
  DROP TABLE "orders_totals_taxes" CASCADE;
  DROP TABLE "orders" CASCADE;
  DROP TABLE "products" CASCADE;
  DROP TABLE "newsletters" CASCADE;
  DROP TABLE "newsletter_images" CASCADE;
  DROP TABLE "mailing_lists" CASCADE;
  DROP TABLE "subscribers" CASCADE;
  DROP TABLE "subscribers_rels" CASCADE;
  DROP TABLE "consents" CASCADE;
  DROP TABLE "suppressions" CASCADE;
  DROP TABLE "bounces" CASCADE;
  DROP TABLE "accounts_sessions" CASCADE;
  DROP TABLE "accounts" CASCADE;
  DROP TABLE "mails" CASCADE;
  DROP TABLE "crm_webhooks_events" CASCADE;
  DROP TABLE "crm_webhooks" CASCADE;
  DROP TABLE "crm_webhook_deliveries" CASCADE;
  DROP TABLE "crm_audit" CASCADE;
  DROP TABLE "crm_counters" CASCADE;
  DROP TABLE "crm_workers" CASCADE;
  DROP TABLE "crm_account_tokens" CASCADE;
  DROP TABLE "crm_rate_limits" CASCADE;
  DROP TABLE "crm_rates" CASCADE;
  DROP TABLE "crm_idempotency_keys" CASCADE;
  DROP TABLE "crm_reaction_counts" CASCADE;
  DROP TABLE "crm_reactions" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "crm_settings" CASCADE;
  DROP TYPE "public"."enum_users_roles";
  DROP TYPE "public"."enum_customers_contacts_salutation";
  DROP TYPE "public"."enum_customers_language";
  DROP TYPE "public"."enum_activities_action";
  DROP TYPE "public"."enum_activities_contact_salutation";
  DROP TYPE "public"."enum_orders_discount_type";
  DROP TYPE "public"."enum_orders_status";
  DROP TYPE "public"."enum_orders_price_mode";
  DROP TYPE "public"."enum_orders_confirmation_recipient_salutation";
  DROP TYPE "public"."enum_orders_confirmation_language";
  DROP TYPE "public"."enum_newsletters_status";
  DROP TYPE "public"."enum_subscribers_salutation";
  DROP TYPE "public"."enum_subscribers_language";
  DROP TYPE "public"."enum_subscribers_status";
  DROP TYPE "public"."enum_subscribers_legal_basis";
  DROP TYPE "public"."enum_consents_kind";
  DROP TYPE "public"."enum_consents_basis";
  DROP TYPE "public"."enum_suppressions_reason";
  DROP TYPE "public"."enum_bounces_kind";
  DROP TYPE "public"."enum_accounts_language";
  DROP TYPE "public"."enum_accounts_status";
  DROP TYPE "public"."enum_accounts_origin";
  DROP TYPE "public"."enum_mails_kind";
  DROP TYPE "public"."enum_mails_state";
  DROP TYPE "public"."enum_mails_language";
  DROP TYPE "public"."enum_mails_cause";
  DROP TYPE "public"."enum_crm_webhooks_events";
  DROP TYPE "public"."enum_crm_webhook_deliveries_event";
  DROP TYPE "public"."enum_crm_webhook_deliveries_state";
  DROP TYPE "public"."enum_crm_audit_action";
  DROP TYPE "public"."enum_crm_settings_orders_price_mode";
  DROP TYPE "public"."enum_crm_settings_accounts_registration";
  DROP TYPE "public"."enum_crm_settings_accounts_approval_language";
  DROP TYPE "public"."enum_crm_settings_newsletter_tracking";
  DROP TYPE "public"."enum_crm_settings_sending_preset";`)
}
