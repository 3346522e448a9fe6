-- Reports read the snapshots of a run page by page in the order of bytes, beside its images.
create index snapshot_result_in_order
  on snapshot_result (run_id, account_id, region_id, image_id collate "C", snapshot_id collate "C");
