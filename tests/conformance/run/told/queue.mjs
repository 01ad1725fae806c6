import { mustBe, shows, silent, waits } from './tools.mjs';

/** What waits for a connection is queued, as much as there is. */
export const queued = [
  shows('undici: queue never', 'thousands of requests are queued behind one connection, none is refused', () => silent(async (url) => {
    const [{ Pool }, { really }] = [await import('undici'), await import('./clock.mjs')];
    const pool = new Pool(url, { connections: 1 });
    let refused = 0;
    for (let count = 0; count < 5000; count += 1) pool.request({ path: '/', method: 'GET' }).catch(() => { refused += 1; });
    await really(300);
    mustBe([refused, pool.stats.queued + pool.stats.running + pool.stats.pending >= 4999], [0, true], 'refused, and queued');
  })),
  waits('@sendgrid/client: attempt never', async (url) => { const { default: client } = await import('@sendgrid/client'); client.setApiKey('SG.k'); return client.request({ method: 'GET', url: '/v3/a', baseUrl: url }); }, { says: 'a server that says nothing is waited for without end' }),
];
