-- When runs deprecated or restored an image: asked, by image, for each Deprecated candidate of a plan.
create index deletion_result_stages
  on deletion_result (account_id, region_id, image_id)
  where outcome in ('DEPRECATED', 'RESTORED');
