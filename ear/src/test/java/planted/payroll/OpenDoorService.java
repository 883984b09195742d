package planted.payroll;

import jakarta.ejb.Stateless;
import org.homeroom.architecture.InModule;

/** A service whose method says nothing about who may call it. */
@Stateless
@InModule("ejb")
public class OpenDoorService {
    public void enter() {}
}
