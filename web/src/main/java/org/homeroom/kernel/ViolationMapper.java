package org.homeroom.kernel;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.homeroom.kernel.FailureEnvelope.Detail;

/** Names every field that Bean Validation found wrong. */
@Provider
public class ViolationMapper implements ExceptionMapper<ValidationException> {

    @Inject SchoolClock clock;
    @Inject FailureMapper failures;

    @Override
    public Response toResponse(ValidationException failure) {
        if (failure instanceof ConstraintViolationException violations) {
            List<Detail> details =
                    violations.getConstraintViolations().stream()
                            .map(ViolationMapper::detail)
                            .toList();
            return FailureEnvelope.of(details, clock.now())
                    .withStatus(ErrorCode.VALIDATION_ERROR.status());
        }
        return failures.toResponse(failure);
    }

    private static Detail detail(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName() == null ? last : node.getName();
        }
        return new Detail(SnakeCaseStrategy.INSTANCE.translate(last), violation.getMessage());
    }
}
