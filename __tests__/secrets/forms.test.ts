import {expect, test} from '@jest/globals';
import fc from 'fast-check';
import {textForms} from '../../src/secrets/forms.js';
import {scrubberOf} from '../../src/secrets/scrub.js';

const arbSecret = fc.string({minLength: 8, maxLength: 40, unit: 'grapheme-ascii'});
const arbAround = fc.uint8Array({maxLength: 12});
const jsonTwice = (text: string): string => JSON.stringify(JSON.stringify({said: text}));

test('a secret within something that is encoded as a whole is found there', () => {
  fc.assert(
    fc.property(arbSecret, arbAround, arbAround, (secret, before, behind) => {
      const scrub = scrubberOf(textForms(secret));
      const whole = Buffer.concat([before, Buffer.from(secret), behind]);
      for (const encoded of [whole.toString('base64'), whole.toString('base64url')])
        expect(scrub(`x ${encoded} y`)).toContain('***');
      for (const text of [
        encodeURIComponent(encodeURIComponent(`a/${secret}`)),
        jsonTwice(secret),
        `"${secret.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`,
        JSON.stringify({said: secret}).replaceAll('/', '\\/')
      ])
        expect(scrub(text)).toContain('***');
    }),
    {numRuns: 500}
  );
});
