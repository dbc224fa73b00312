// Validators of Amazon States Language, of which ZIS's flows are a relative. None of them knows a bundle, an action, a
// job spec or jq: they get each flow alone, with Task in place of Action and paths in place of placeholders.
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

/** Each makes a function that checks one state machine from its text on, as ours does, and gives what it finds. */
export const OTHERS = [
  {
    name: 'asl-validator 4.0.0',
    async prepare() {
      const validate = require('asl-validator');
      return (text) => validate(JSON.parse(text), {checkArn: false, checkPaths: true}).errors;
    }
  },
  {
    name: 'amazon-states-language-service 1.16.1',
    async prepare() {
      const {getLanguageService} = require('amazon-states-language-service');
      const {TextDocument} = require('vscode-languageserver-textdocument');
      const service = getLanguageService({});
      return (text) => {
        const document = TextDocument.create('file:///flow.asl.json', 'asl', 1, text);
        return service.doValidation(document, service.parseJSONDocument(document));
      };
    }
  },
  {
    name: '@wmfs/statelint 1.30.0',
    async prepare() {
      const linter = require('@wmfs/statelint')();
      return (text) => linter.validate(JSON.parse(text));
    }
  }
];

/** The flows of a bundle as texts of state machines. */
export function toAmazon(bundle) {
  const resources = Object.values(JSON.parse(bundle).resources);
  return resources
    .filter(({type}) => type === 'ZIS::Flow')
    .map(({properties}) => JSON.stringify(machine(properties.definition), null, 2));
}

function machine({StartAt, States}) {
  return {
    StartAt,
    States: Object.fromEntries(Object.entries(States).map(([name, state]) => [name, stateOf(state)]))
  };
}

function stateOf({ActionName, Iterator, Message, ...state}) {
  if (Iterator !== undefined) return {...state, Iterator: machine(Iterator)};
  if (state.Type !== 'Action') return state;
  const Resource = `arn:aws:states:::lambda:${ActionName.replaceAll(/\W/g, '-')}`;
  return {...state, Type: 'Task', Resource, Parameters: withPaths(state.Parameters)};
}

/** Amazon's language has no placeholders within a text: the path of the first one stands for it. */
function withPaths(parameters) {
  const text = JSON.stringify(parameters);
  return JSON.parse(text.replaceAll(/\.\$":"[^"]*?\{\{([^}]*)\}\}[^"]*"/g, '.$":"$1"'));
}
