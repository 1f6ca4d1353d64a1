import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Delivery, readDelivery } from 'licet-client';

/** Receives what Licet sends when an answer changes. LICET_SECRET was shown when the receiver was named. */
const { LICET_SECRET = '', PORT = '8090' } = process.env;
const handled = new Set<string>();

createServer(async (request, response) => {
  let delivery: Delivery;
  try {
    delivery = readDelivery(await text(request), request.headers, LICET_SECRET);
  } catch {
    response.writeHead(401).end();
    return;
  }
  // The same event may come twice: at least once, never less.
  if (delivery.type === 'licet.answer.changed' && !handled.has(delivery.id)) {
    handled.add(delivery.id);
    const { reference, before, after } = delivery.data;
    process.stdout.write(`${reference}: ${before.outcome} -> ${after.outcome}: ${after.summary}\n`);
  }
  response.writeHead(204).end();
}).listen(Number(PORT), '127.0.0.1', () => process.stdout.write('listening\n'));
