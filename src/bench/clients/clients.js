// Runs clients that were not written here against a simulator and prints what each of them saw.
// node clients.js http://127.0.0.1:PORT   (npm install once; exit code 1: a client saw something else than expected)
import { createRequire } from 'node:module';
import popCore from '@alicloud/pop-core';

const require = createRequire(import.meta.url);
const ecs = require('@alicloud/ecs20140526');
const { Config } = require('@alicloud/openapi-core/dist/utils.js');

const server = new URL(process.argv[2]);
const REGION = 'cn-hangzhou';
const IMAGES = 230;

const image = (imageId, more) => ({ imageId, imageName: `name of ${imageId}: a+b*c~d é`, creationTime: '-P40D', ...more });
const awkward = [
  image('m-used'),
  image('m-shared', { sharedWith: ['1000000000000002'] }),
  image('m-public', { isPublic: true }),
  image('m-creating', { status: 'Creating' }),
  image('m-copying', { busy: 'copying' }),
  image('m-importing', { busy: 'importing' }),
  image('m-exporting', { busy: 'exporting' }),
];
const state = {
  accounts: [{
    accountId: '1000000000000001',
    accessKeys: [
      { id: 'testid', secret: 'testsecret' },
      { id: 'disabled', secret: 'testsecret', active: false },
      { id: 'reader', secret: 'testsecret', allow: ['ecs:Describe*'] },
    ],
    regions: [{
      regionId: REGION,
      images: [...awkward, ...Array.from({ length: IMAGES - awkward.length }, (_, i) => image(`m-${i}`))],
      instances: [{ instanceId: 'i-1', imageId: 'm-used' }],
    }],
  }],
};

const control = async (path, body) => {
  const answer = await fetch(new URL(`/_simulator/${path}`, server), { method: 'PUT', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
};

const pop = (method) => (accessKeyId, accessKeySecret) => {
  const client = new popCore.RPCClient({ accessKeyId, accessKeySecret, endpoint: server.origin, apiVersion: '2014-05-26' });
  return (action, parameters) => client.request(action, parameters, { method });
};

const typed = (accessKeyId, accessKeySecret) => {
  const client = new ecs.default(new Config({ accessKeyId, accessKeySecret, endpoint: server.host, protocol: 'http' }));
  return async (action, parameters) => {
    const lower = ([name, value]) => [name[0].toLowerCase() + name.slice(1), value];
    const request = new ecs[`${action}Request`](Object.fromEntries(Object.entries(parameters).map(lower)));
    const { body } = await client[action[0].toLowerCase() + action.slice(1)](request);
    return action === 'DescribeImages'
      ? { TotalCount: body.totalCount, Images: { Image: body.images.image.map((i) => ({ ImageId: i.imageId, ImageName: i.imageName })) } }
      : { RequestId: body.requestId };
  };
};

const clients = { 'pop-core GET': pop('GET'), 'pop-core POST': pop('POST'), ecs20140526: typed };

const seen = async (call) => {
  try {
    const answer = await call();
    return answer.RequestId || answer.TotalCount >= 0 ? 'ok' : JSON.stringify(answer);
  } catch (error) {
    return error.code ?? error.name;
  }
};

const pages = async (call) => {
  const ids = new Set();
  for (let page = 1, total = 1; ids.size < total && page < 100; page++) {
    const answer = await call('DescribeImages', {
      RegionId: REGION, PageNumber: page, PageSize: 100, Status: 'Creating,Available', ImageName: 'name of *: a+b*c~d é',
    });
    total = answer.TotalCount;
    answer.Images.Image.forEach((one) => ids.add(one.ImageId));
  }
  return String(ids.size);
};

const deletions = {
  'm-1': 'ok', 'm-unknown': 'ok', 'm-used': 'ImageUsingByInstance', 'm-shared': 'ImageUseShared', 'm-public': 'ImageIsPublic',
  'm-creating': 'ImageIsCreating', 'm-copying': 'OperationDenied.ImageCopying', 'm-importing': 'ImageIsImporting',
  'm-exporting': 'ImageIsExporting',
};

let wrong = 0;
const tell = (client, what, expected, got) => {
  wrong += got === expected ? 0 : 1;
  console.log(`${got === expected ? 'as expected' : 'UNEXPECTED '}  ${client.padEnd(14)} ${what.padEnd(44)} ${got}`);
};

for (const [name, connect] of Object.entries(clients)) {
  await control('state', state);
  await control('settings', { missingImage: 200, ratePerMinute: 0, clockOffset: '0s' });
  const call = connect('testid', 'testsecret');
  const remove = (imageId, more) => () => call('DeleteImage', { RegionId: REGION, ImageId: imageId, ...more });
  tell(name, 'DescribeImages over all pages', String(IMAGES), await pages(call));
  for (const [imageId, expected] of Object.entries(deletions)) {
    tell(name, `DeleteImage ${imageId}`, expected, await seen(remove(imageId)));
  }
  tell(name, 'DeleteImage m-used with Force', 'ok', await seen(remove('m-used', { Force: true })));
  await control('settings', { missingImage: 404 });
  tell(name, 'DeleteImage m-unknown, 404', 'InvalidImageId.NotFound', await seen(remove('m-unknown')));
  tell(name, 'DeleteImage in no region', 'InvalidRegionId.NotFound', await seen(() => call('DeleteImage', { RegionId: 'x', ImageId: 'm' })));
  const as = (id, secret) => seen(() => connect(id, secret)('DeleteImage', { RegionId: REGION, ImageId: 'm-2' }));
  tell(name, 'an unknown key', 'InvalidAccessKeyId.NotFound', await as('nobody', 'testsecret'));
  tell(name, 'a disabled key', 'InvalidAccessKeyId.Inactive', await as('disabled', 'testsecret'));
  tell(name, 'a key without the right', 'Forbidden.RAM', await as('reader', 'testsecret'));
  tell(name, 'a wrong secret', 'SignatureDoesNotMatch', await as('testid', 'wrong'));
  await control('settings', { clockOffset: '20m' });
  tell(name, 'a clock 20 minutes behind', 'InvalidTimeStamp.Expired', await seen(remove('m-2')));
  await control('settings', { clockOffset: '0s', ratePerMinute: 1 });
  await seen(remove('m-3'));
  tell(name, 'more calls than the quota', 'Throttling.User', await seen(remove('m-3')));
}
process.exit(wrong === 0 ? 0 : 1);
