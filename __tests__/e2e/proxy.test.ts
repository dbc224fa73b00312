import {once} from 'node:events';
import {createServer} from 'node:http';
import {connect, type AddressInfo, type Socket} from 'node:net';
import {expect, test} from '@jest/globals';
import {bundle} from '../support/bundles.js';
import {Scenario} from '../support/scenario.js';

/** Joins whoever asks for the one host to a port of this machine. */
async function startProxy(host: string, port: number) {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', ({url = ''}, socket: Socket) => {
    asked.push(url);
    open.add(socket);
    if (!url.startsWith(`${host}:`)) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    for (const each of [socket, upstream]) each.on('error', () => each.destroy());
    return socket;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    for (const socket of open) socket.destroy();
    server.close();
  };
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close};
}

test('GitHub is reached through the proxy that the runner names, and the registry past it', async () => {
  const scenario = await Scenario.start();
  const {port} = new URL(scenario.github.apiUrl);
  const proxy = await startProxy('github.test', Number(port));
  try {
    const tree = {'zis/orders.json': bundle('orders')};
    const number = scenario.openPullRequest(tree);
    const result = await scenario.runPullRequest(number, tree, {
      apiUrl: `http://github.test:${port}`,
      env: {http_proxy: proxy.url, https_proxy: proxy.url, no_proxy: '127.0.0.1'}
    });
    expect({log: result.exitCode === 0 ? '' : result.stdout, result: result.outputs['result']}).toEqual({
      log: '',
      result: 'changes'
    });
    expect(result.outputs['comment-url']).not.toBe('');
    expect(scenario.github.commentsOn(number)).toHaveLength(1);
    expect(new Set(proxy.asked)).toEqual(new Set([`github.test:${port}`]));
  } finally {
    proxy.close();
  }
});
