/**
 * Policies of organisations, every version of them, and which applied to a product when. They are read at three addresses:
 * {@link org.livelabel.registry.policy.PolicyResource}, {@link org.livelabel.registry.policy.OrganisationPoliciesResource} and
 * {@link org.livelabel.registry.policy.ProductPoliciesResource}. Each finds what it leads to, and
 * {@link org.livelabel.registry.policy.PolicyAnswers} answers for all of them. They are published at
 * {@link org.livelabel.registry.policy.PublishPolicyResource}.
 */
@NullMarked
package org.livelabel.registry.policy;

import org.jspecify.annotations.NullMarked;
