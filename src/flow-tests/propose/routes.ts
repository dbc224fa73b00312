import type {Flow, Scope, State, Transition} from '../../flow/states.js';

/** A way through a scope: the transitions in order, until a state that ends it. */
export interface Route {
  readonly transitions: readonly Transition[];
  /** The transition that the way is for; of the others only where they lead counts. null: any will do. */
  readonly goal: Transition | null;
  /** The ways through Iterators that are to be taken by the first item of a Map. */
  readonly inner: ReadonlyMap<State, Route>;
}

/** What a case is to show: a transition that is taken, or only that the flow runs to its end. */
export interface Goal {
  readonly transition: Transition | null;
  /** The state that the transition leaves; null for no transition. */
  readonly from: State | null;
}

/** A goal for each branch of a Choice and each Catch; for a flow with neither, that it runs to its end. */
export function goalsOf({scopes}: Flow): Goal[] {
  const goals = scopes.flatMap(({ordered}) =>
    ordered.flatMap((from) =>
      from.transitions.filter(({kind}) => kind !== 'next').map((transition): Goal => ({transition, from}))
    )
  );
  return goals.length > 0 ? goals : [{transition: null, from: null}];
}

/**
 * A way through the flow that takes a transition; null when no way leads there.
 *
 * @param banned transitions that it is not to take besides
 */
export function routeTo(flow: Flow, goal: Goal, banned: ReadonlySet<Transition>): Route | null {
  return new Router(banned).to(flow, goal);
}

class Router {
  constructor(private readonly banned: ReadonlySet<Transition>) {}

  to(flow: Flow, {transition, from}: Goal): Route | null {
    if (transition === null || from === null) return this.routeThrough(flow.definition, null);
    const route = this.routeThrough(from.scope, {from, transition});
    return route === null ? null : this.outwards(from.scope, route);
  }

  /** The way of the whole flow in which a Map's first item goes this way. */
  private outwards(scope: Scope, route: Route): Route | null {
    const {owner} = scope;
    if (owner === null) return route;
    const around = this.routeThrough(owner.scope, {
      from: owner,
      transition: owner.transitions.find(({kind}) => kind === 'next') ?? null
    });
    if (around === null) return null;
    return this.outwards(owner.scope, {...around, goal: null, inner: new Map([[owner, route]])});
  }

  /** @param via the state that is to be passed, and how it is left; null for its end of the scope */
  private routeThrough(
    scope: Scope,
    via: {readonly from: State; readonly transition: Transition | null} | null
  ): Route | null {
    const start = scope.states.get(typeof scope.startAt?.value === 'string' ? scope.startAt.value : '');
    if (start === undefined) return null;
    const inner = new Map<State, Route>();
    if (via === null) {
      const way = this.wayToEnd(start);
      return way === null ? null : {transitions: way, goal: null, inner};
    }
    const before = this.way(start, (state) => state === via.from);
    if (before === null) return null;
    if (via.transition === null) return {transitions: before, goal: null, inner};
    const {target} = via.transition;
    const after = target === null ? null : this.wayToEnd(target);
    if (after === null) return null;
    return {transitions: [...before, via.transition, ...after], goal: via.transition, inner};
  }

  /** The shortest way to where the scope ends, rather well than in a Fail state. */
  private wayToEnd(from: State): Transition[] | null {
    return (
      this.way(from, (state) => state.terminal && state.type !== 'Fail') ??
      this.way(from, ({terminal}) => terminal)
    );
  }

  /** The shortest way to a state; errors that are caught are taken only where nothing else leads there. */
  private way(from: State, isEnd: (state: State) => boolean): Transition[] | null {
    return this.search(from, isEnd, false) ?? this.search(from, isEnd, true);
  }

  private search(from: State, isEnd: (state: State) => boolean, errorsToo: boolean): Transition[] | null {
    const reached = new Map<State, Transition[]>([[from, []]]);
    for (const [state, taken] of reached) {
      if (isEnd(state)) return taken;
      for (const transition of state.transitions) {
        const {target, kind} = transition;
        if (
          target === null ||
          reached.has(target) ||
          this.banned.has(transition) ||
          (kind === 'catch' && !errorsToo)
        )
          continue;
        reached.set(target, [...taken, transition]);
      }
    }
    return null;
  }
}
