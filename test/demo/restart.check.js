import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const name = 'the server of the demo, killed while it writes, keeps whatever it has acknowledged';

const ROUNDS = 3;
const WRITES = 40;

async function start(root, file) {
  const child = spawn(process.execPath, [path.join(root, 'test/demo/serve.js'), file]);
  const port = await new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(String(data).trim()));
    child.once('exit', () => reject(new Error('The server did not start.')));
  });
  return { child, base: `http://127.0.0.1:${port}/fhir` };
}

const response = (name) => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  identifier: { system: 'https://example.org', value: name },
});

export async function run({ root }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'fhir-'));
  const file = path.join(folder, 'data.jsonl');
  const acknowledged = new Map();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { child, base } = await start(root, file);
      const writes = [...Array(WRITES).keys()].map(async (number) => {
        const body = JSON.stringify(response(`${round}-${number}`));
        const reply = await fetch(`${base}/QuestionnaireResponse`, { method: 'POST', body }).catch(
          () => undefined,
        );
        if (reply?.status !== 201) return;
        const saved = await reply.json().catch(() => undefined);
        if (saved) acknowledged.set(saved.id, saved);
        if (number === WRITES / 2) child.kill('SIGKILL');
      });
      await Promise.all(writes);
      child.kill('SIGKILL');
    }
    const { child, base } = await start(root, file);
    for (const [id, saved] of acknowledged) {
      const reply = await fetch(`${base}/QuestionnaireResponse/${id}`);
      const held = JSON.stringify(await reply.json());
      if (held !== JSON.stringify(saved)) throw new Error(`After a restart ${id} is ${held}`);
    }
    child.kill('SIGKILL');
    if (acknowledged.size < ROUNDS) throw new Error('Nothing was acknowledged, so nothing was tested.');
    console.log(`  ${acknowledged.size} responses were acknowledged before ${ROUNDS} kills; all are there`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
