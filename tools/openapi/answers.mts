import * as ts from 'typescript';
import { type Schema, Schemas } from './schemas.mts';

interface Answer {
  content?: Record<string, { schema: Schema }>;
}

interface Operation {
  operationId?: string;
  responses: Record<string, Answer>;
}

/** As much of the description of the API as its answers need. */
export interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const VERBS = ['Get', 'Post', 'Put', 'Patch', 'Delete'];

const decoratorNames = (node: ts.MethodDeclaration): string[] =>
  (ts.getDecorators(node) ?? []).flatMap(({ expression }) =>
    ts.isCallExpression(expression) && ts.isIdentifier(expression.expression) ? [expression.expression.text] : [],
  );

/** What is sent as PostgreSQL wrote it has the form that its type names. */
function said(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  if (type.symbol?.name !== 'EnJson') return type;
  return checker.getTypeArguments(type as ts.TypeReference)[0] ?? type;
}

/** What each route answers by the types of its method, by the name of the operation. */
function answered(program: ts.Program): Map<string, ts.Type> {
  const checker = program.getTypeChecker();
  const found = new Map<string, ts.Type>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name) {
      for (const member of node.members) {
        if (!ts.isMethodDeclaration(member) || !decoratorNames(member).some((name) => VERBS.includes(name))) continue;
        const signature = checker.getSignatureFromDeclaration(member);
        const type = signature && checker.getAwaitedType(signature.getReturnType());
        const name = `${node.name.text.replace(/Controller$/, '')}_${member.name.getText()}`;
        if (type) found.set(name, said(checker, type));
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (file.fileName.endsWith('.controller.ts')) visit(file);
  return found;
}

const isNothing = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) !== 0;

/** Files and streams say what they are by their own decorators. */
const isOther = (type: ts.Type): boolean =>
  ['StreamableFile', 'Observable', 'Buffer'].includes(type.symbol?.name ?? '');

/** A success in JSON whose form nothing has told yet. */
const isUntold = (status: string, { content = {} }: Answer): boolean =>
  status.startsWith('2') &&
  Object.keys(content).every((kind) => kind === 'application/json') &&
  content['application/json']?.schema.$ref === undefined;

/** Tells the form of every JSON answer, from the types that the methods of controllers declare. */
export function tellAnswers(description: Description, program: ts.Program): void {
  const types = answered(program);
  const schemas = new Schemas(program);
  for (const { operationId = '', responses } of Object.values(description.paths).flatMap(Object.values<Operation>)) {
    const type = types.get(operationId);
    if (!type || isNothing(type) || isOther(type)) continue;
    for (const [status, answer] of Object.entries(responses)) {
      if (isUntold(status, answer)) answer.content = { 'application/json': { schema: schemas.of(type) } };
    }
  }
  Object.assign(description.components.schemas, schemas.named);
}
