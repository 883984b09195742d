package org.homeroom.tenancy;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/** Default interceptor of every EJB: a transaction belongs to one school from start to end. */
public class TenantSwitchGuard {

    @AroundInvoke
    public Object refuseSwitch(InvocationContext call) throws Exception {
        TenantTransaction.refuseSwitch();
        return call.proceed();
    }
}
