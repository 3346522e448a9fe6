-- Who owns an image that another account refers to, and who refers to the images of an account: both are asked across accounts.

create index image_by_id on image (region_id, image_id);

create index image_reference_by_image on image_reference (region_id, image_id);
