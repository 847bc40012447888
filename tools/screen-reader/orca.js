import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from './until.js';

/**
 * As it comes, but that it says which option of how many this is, not which key was pressed, and not all of a page of its
 * own accord: while it does, it leaves out where things are.
 */
const SETTINGS = `import orca.settings
orca.settings.enablePositionSpeaking = True
orca.settings.enableKeyEcho = False
orca.settings.sayAllOnLoad = False
`;

const UTTERANCE = /SPEECH OUTPUT: '(.*)'(?:\s*\{.*)?$/;

/** Starts Orca on a desktop; `said()` gives all that it has said up to now, utterance by utterance. */
export async function startOrca(desktop) {
  const settings = path.join(desktop.env.XDG_DATA_HOME, 'orca');
  await mkdir(settings);
  await writeFile(path.join(settings, 'orca-customizations.py'), SETTINGS);

  const log = path.join(desktop.folder, 'orca.log');
  const said = async () => {
    const text = await readFile(log, 'utf8').catch(() => '');
    return text.split('\n').flatMap((line) => UTTERANCE.exec(line)?.[1] ?? []);
  };
  desktop.start('orca', ['--replace', `--debug-file=${log}`]);
  await until(
    async () => (await said()).length > 0,
    () => 'Orca did not begin to speak',
  );
  return { said };
}
