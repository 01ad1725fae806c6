/** Commands that only ask. */
export const READING = /^(?:get|list|describe|head|query|scan|batch_?get|select|search|lookup|filter|receive|validate|verify|check|count|exists|download|detect|translate|converse|invoke_?model|retrieve|estimate|simulate|test|preview|generate|batch_?detect|analyze|recogni[sz]e|synthesize|assume|decrypt|encrypt|sign|transact_?get|wait|create_?multipart)/i;
/** Commands that add something. */
export const ADDING = /^(?:create|send|publish|invoke|start|run|add|submit|import|request|issue|purchase|allocate|append|enqueue|emit|post|insert|clone|put_?(?:events?|records?|metric|log)|sync|transfer|register|execute|increment|push|charge|capture|refund|notify|schedule|trigger|dispatch)/i;

/** Procedures that only ask. They are named by anybody: `getUser` asks, `getOrCreate` does not only; `checkoutCart` and `addressOf` begin with other words. */
export const ASKING = /^(?:get|list|find|fetch|read|search|describe|check|watch|count|query|lookup|look|load|head|batchGet|select|filter|has|is|exists|can|validate|verify|download|detect|translate|retrieve|estimate|preview|analyze|ping|resolve)(?![a-z])/;
/** Procedures that do something. */
export const DOING = new RegExp(`${ADDING.source}(?![a-z])`);

/** Commands that put one thing in the place of another. */
export const REPLACING = /^put_?(?:item)?$/i;
/** A token that is minted lapses by itself. */
export const MINTING = /^(?:create|issue|request)\w*Tokens?(?:For[A-Z]\w*)?$/;
/** Commands that tell what was measured. */
export const MEASURING = /^put_?(?:metric|log|telemetry|trace)/i;
/** Names of what an amount is given by. */
export const AMOUNT = /delta|increment|decrement|amount|quantity|qty|count|balance|stock|points|credits|^(?:by|add|remove|op|operations?)$/i;
