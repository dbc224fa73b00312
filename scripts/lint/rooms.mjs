import {isBuiltin} from 'node:module';
import {dirname, relative, resolve, sep} from 'node:path';

/**
 * The rule `rooms/imports`: a module of src imports only what its room may. It sees every way in which one module
 * names another: `import`, `import type`, `export … from`, `import()`, a type that is written `import('…')`,
 * `import … = require('…')` and `require('…')`.
 *
 * Its options are the folder of the sources, and the rooms, by their folder or root file: `imports` names the rooms
 * and single files (of this folder) that it may import besides itself, `packages` the packages and built-in
 * modules (`node:*` for all of these). A room that lies in another one is a room of its own; a `*` in a room's name
 * stands for one folder, and the folders that it stands for are rooms of their own.
 */
export const imports = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        required: ['source', 'rooms'],
        additionalProperties: false,
        properties: {
          source: {type: 'string'},
          rooms: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              required: ['imports', 'packages'],
              additionalProperties: false,
              properties: {
                imports: {type: 'array', items: {type: 'string'}},
                packages: {type: 'array', items: {type: 'string'}}
              }
            }
          }
        }
      }
    ],
    messages: {
      room: '{{from}} may not import {{to}}: eslint.config.js says what each room may import.',
      package: '{{from}} may not import the package {{to}}: eslint.config.js says what each room may import.',
      unknown: '{{from}} is no room that eslint.config.js knows: say there what it may import.',
      computed: 'The module must be named by a plain string, so that it can be told which room it is in.'
    }
  },
  create(context) {
    const {source, rooms} = context.options[0];
    const file = relative(source, context.filename).split(sep).join('/');
    const from = roomOf(file, rooms);
    const allowed = from === null ? null : rooms[from.key];

    const check = (node, name) => {
      if (from === null) return context.report({node, messageId: 'unknown', data: {from: file}});
      if (!name.startsWith('.')) {
        const to = isBuiltin(name) ? name : packageOf(name);
        if (allowed.packages.includes(to) || (isBuiltin(name) && allowed.packages.includes('node:*'))) return;
        return context.report({node, messageId: 'package', data: {from: from.name, to}});
      }
      const path = relative(source, resolve(dirname(context.filename), name))
        .split(sep)
        .join('/');
      const module = path.replace(/\.js$/, '.ts');
      const to = roomOf(module, rooms);
      if (to?.name === from.name || allowed.imports.includes(module)) return;
      if (to !== null && allowed.imports.includes(to.key)) return;
      context.report({
        node,
        messageId: 'room',
        data: {from: from.name, to: `${to?.name ?? 'what is no room'} (${module})`}
      });
    };
    const checkNode = (node) => {
      if (node === null || node === undefined) return;
      if (node.type === 'Literal' && typeof node.value === 'string') check(node, node.value);
      else context.report({node, messageId: 'computed'});
    };
    return {
      ImportDeclaration: ({source: module}) => checkNode(module),
      ExportNamedDeclaration: ({source: module}) => checkNode(module),
      ExportAllDeclaration: ({source: module}) => checkNode(module),
      ImportExpression: ({source: module}) => checkNode(module),
      TSImportType: ({source: module}) => checkNode(module),
      TSExternalModuleReference: ({expression}) => checkNode(expression),
      'CallExpression[callee.name="require"]': ({arguments: [module]}) => checkNode(module)
    };
  }
};

/** The innermost room of a file: its key in the table, and its name, which differs for rooms with a `*`. */
function roomOf(file, rooms) {
  const parts = file.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('/');
    // The last part is a file, which only a root file's room names; a `*` stands for a folder.
    if (Object.hasOwn(rooms, name)) return {key: name, name};
    const pattern = [...parts.slice(0, length - 1), '*'].join('/');
    if (length < parts.length && Object.hasOwn(rooms, pattern)) return {key: pattern, name};
  }
  return null;
}

/** `ajv` of `ajv/dist/core.js`, `@actions/core` of `@actions/core`. */
function packageOf(name) {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}
