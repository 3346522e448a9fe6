-- What is known of the images and of their use. Sync fills these tables, and other programs may: nothing refers to them by a
-- foreign key, and what a program may not know has a default or may be null. Names are never indexed: they may be long.

create table image (
  account_id text not null,
  region_id text not null,
  image_id text not null,
  image_name text,
  image_family text,
  image_version text,
  status text,
  created_at timestamptz,
  size_gib integer,
  tags jsonb not null default '{}' check (jsonb_typeof(tags) = 'object'),
  snapshot_ids text[] not null default '{}',
  is_shared boolean,
  is_public boolean not null default false,
  is_copied boolean not null default false,
  last_seen_at timestamptz not null default now(),
  gone_at timestamptz,
  primary key (account_id, region_id, image_id)
);

comment on table image is 'one row per image seen, gone ones too';
comment on column image.is_shared is 'null: nobody could tell';
comment on column image.is_copied is 'whether the image is a copy of another one';
comment on column image.last_seen_at is 'start of the last listing that held the image';
comment on column image.gone_at is 'set by a complete listing without the image; cleared when it is seen again';

-- the order in which the policy reads: newest first, then by the bytes of the id
create index image_newest_first
  on image (account_id, region_id, created_at desc nulls last, image_id collate "C")
  where gone_at is null;

create view candidate_image as
select
  account_id,
  region_id,
  image_id,
  image_name,
  image_family,
  image_version,
  status,
  created_at,
  size_gib,
  tags,
  snapshot_ids,
  is_shared,
  is_public,
  is_copied,
  last_seen_at
from image
where gone_at is null;

comment on view candidate_image is
  'what the policy decides on; another retention database supplies only this view, with the same columns';

create table image_reference (
  account_id text not null,
  region_id text not null,
  image_id text not null,
  referrer_type text not null,
  referrer_id text not null,
  referrer_account_id text,
  seen_at timestamptz,
  primary key (account_id, region_id, image_id, referrer_type, referrer_id)
);

comment on table image_reference is 'one row per use of an image; account_id is the owner of the image';
comment on column image_reference.referrer_account_id is 'null: the owner of the image';

create table sync_source (
  account_id text not null,
  region_id text not null,
  source text not null,
  synced_at timestamptz,
  error text,
  observed_since timestamptz,
  population bigint,
  primary key (account_id, region_id, source)
);

comment on table sync_source is
  'how well images, instances, launch-templates and scaling-configurations of an account and region were read last';
comment on column sync_source.synced_at is 'start of the last complete sync; null: there was none';
comment on column sync_source.error is 'why the last sync could not read the source; null: it could';
comment on column sync_source.observed_since is 'start of the first complete sync';
comment on column sync_source.population is 'how many the last complete sync found';
