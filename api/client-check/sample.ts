// What a shop's program would write. It is compiled, not run: its types come from the OpenAPI documents alone.
import type { components, paths } from "./target/registry-service";
import type { paths as LabelPaths } from "./target/label-service";
import type { paths as AccountPaths } from "./target/account-service";

type Product = components["schemas"]["Product"];

/** The paths of a service that can be read, and what comes back with 200. */
type Readable<Paths> = { [P in keyof Paths]: Paths[P] extends { get: { responses: { 200: unknown } } } ? P : never }[keyof Paths];
type Parameters<Paths, P extends keyof Paths> = Paths[P] extends { get: { parameters: infer Given } } ? Given : never;
type Body<Paths, P extends keyof Paths> = Paths[P] extends { get: { responses: { 200: { content: infer Media } } } } ? Media[keyof Media] : never;

const registry = "http://localhost:8081";

async function read<P extends Readable<paths>>(path: P, parameters: Parameters<paths, P>): Promise<Body<paths, P>> {
  const given = parameters as { path?: Record<string, string>; query?: Record<string, string | number | string[]> };
  const filled = path.replace(/{([^}]+)}/g, (_, name: string) => encodeURIComponent(given.path?.[name] ?? ""));
  const query = new URLSearchParams(Object.entries(given.query ?? {}).map(([name, value]) => [name, String(value)]));
  const answer = await fetch(`${registry}${filled}?${query}`);
  if (!answer.ok) {
    const problem = (await answer.json()) as components["schemas"]["Problem"];
    throw new Error(`${problem.title}: ${problem.detail ?? ""} ${(problem.violations ?? []).map((v) => `${v.field} ${v.message}`)}`);
  }
  return (await answer.json()) as Body<paths, P>;
}

export async function lookUp(gtin: string): Promise<string> {
  const product: Product = await read("/v1/products/by-gtin/{gtin}", { path: { gtin } });
  return `${product.name ?? "(withheld)"}: ${product.support?.status ?? "nothing said"} until ${product.support?.end_of_security_support ?? "?"}`;
}

export async function lookUpMany(gtins: string[]): Promise<Map<string, Product>> {
  const request: paths["/v1/products:lookup"]["post"]["requestBody"]["content"]["application/json"] = { gtins };
  const answer = await fetch(`${registry}/v1/products:lookup`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(request),
  });
  const found = (await answer.json()) as paths["/v1/products:lookup"]["post"]["responses"][200]["content"]["application/json"];
  return new Map(found.items.flatMap((item) => (item.product ? [[item.gtin, item.product] as const] : [])));
}

export async function* search(words: string): AsyncGenerator<Product> {
  let page = await read("/v1/products", { query: { q: words, limit: 200 } });
  for (;;) {
    yield* page.items;
    if (!page.next) return;
    page = (await (await fetch(page.next)).json()) as typeof page;
  }
}

export async function* follow(lastEventId: string): AsyncGenerator<{ id: string; type: string; subject: string }> {
  let seen = lastEventId;
  for (;;) {
    const entries = await read("/v1/feed", { query: { lastEventId: seen, timeout: "30000" } });
    for (const entry of entries) {
      seen = entry.id;
      yield entry;
    }
  }
}

// The types are types: what is not in the documents does not compile.
export async function mistakes(product: Product): Promise<void> {
  // @ts-expect-error there is no such path
  await read("/v1/gadgets", {});
  // @ts-expect-error a limit is a number
  await read("/v1/products", { query: { limit: "many" } });
  // @ts-expect-error there is no such parameter
  await read("/v1/products", { query: { colour: "red" } });
  // @ts-expect-error there is no such field
  console.log(product.price);
}

export type LabelPath = keyof LabelPaths;
export type AccountPath = keyof AccountPaths;
