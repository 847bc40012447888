import { mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from './until.js';

/**
 * As it comes, but that it says which option of how many this is, not which key was pressed, and not all of a page of its
 * own accord: while it does, it leaves out where things are. Its log is written line by line: otherwise the last that
 * was said can be read only once more was said.
 */
const SETTINGS = `import orca.debug
import orca.settings
orca.debug.debugFile.reconfigure(line_buffering=True)
orca.settings.enablePositionSpeaking = True
orca.settings.enableKeyEcho = False
orca.settings.sayAllOnLoad = False
`;

const UTTERANCE = /SPEECH OUTPUT: '(.*)'(?:\s*\{.*)?$/;

/** Reads the lines of a log that grows, each of them once: it becomes many megabytes long. */
function followLog(file) {
  const decoder = new TextDecoder();
  let place = 0;
  let rest = '';
  return async () => {
    const log = await open(file).catch(() => undefined);
    if (!log) return [];
    try {
      const { size } = await log.stat();
      const { bytesRead, buffer } = await log.read(Buffer.alloc(size - place), 0, size - place, place);
      place += bytesRead;
      const lines = (rest + decoder.decode(buffer.subarray(0, bytesRead), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      return lines;
    } finally {
      await log.close();
    }
  };
}

/** Starts Orca on a desktop; `said()` gives all that it has said up to now, utterance by utterance. */
export async function startOrca(desktop) {
  const settings = path.join(desktop.env.XDG_DATA_HOME, 'orca');
  await mkdir(settings);
  await writeFile(path.join(settings, 'orca-customizations.py'), SETTINGS);

  const log = path.join(desktop.folder, 'orca.log');
  const newLines = followLog(log);
  const utterances = [];
  const said = async () => {
    for (const line of await newLines()) utterances.push(...(UTTERANCE.exec(line)?.slice(1) ?? []));
    return utterances;
  };
  desktop.start('orca', ['--replace', `--debug-file=${log}`]);
  await until(
    async () => (await said()).length > 0,
    () => 'Orca did not begin to speak',
  );
  return { said };
}
