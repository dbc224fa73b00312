import {visible} from '../visible.js';
import {startFromArguments} from './cli.js';

const {out, err, exitCode, emulator} = await startFromArguments(process.argv.slice(2), (line) => {
  console.log(visible(line));
});
// Before the greeting, which says that Ctrl-C works.
if (emulator !== null) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
}
process.stdout.write(out);
process.stderr.write(err);
if (exitCode !== null) process.exitCode = exitCode;
