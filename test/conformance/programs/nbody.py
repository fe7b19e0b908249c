# Planets in motion: attribute access and floats, with a conserved energy.

class Body:
    __slots__ = ("x", "y", "z", "vx", "vy", "vz", "mass")
    def __init__(self, *values): self.x, self.y, self.z, self.vx, self.vy, self.vz, self.mass = values

bodies = [Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743),
          Body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.606326392995832, 2.81198684491626, -0.02521836165988763, 0.03769367487038949),
          Body(8.34336671824457987, 4.12479856412430479, -0.403523417114321, -1.01077434617879, 1.82566237123041, 0.00841576137658415, 0.011286326131968767)]

def energy():
    e = 0.0
    for i, b in enumerate(bodies):
        e += 0.5 * b.mass * (b.vx ** 2 + b.vy ** 2 + b.vz ** 2)
        for c in bodies[i + 1:]:
            e -= b.mass * c.mass / ((b.x - c.x) ** 2 + (b.y - c.y) ** 2 + (b.z - c.z) ** 2) ** 0.5
    return e

def advance(dt):
    for i, b in enumerate(bodies):
        for c in bodies[i + 1:]:
            dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
            m = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
            b.vx -= dx * c.mass * m; b.vy -= dy * c.mass * m; b.vz -= dz * c.mass * m
            c.vx += dx * b.mass * m; c.vy += dy * b.mass * m; c.vz += dz * b.mass * m
    for b in bodies: b.x += dt * b.vx; b.y += dt * b.vy; b.z += dt * b.vz

before = energy()
for _ in range(500): advance(0.01)
after = energy()
print("%.6f" % before, "%.6f" % after, abs(before - after) < 1e-4, "%.4f" % bodies[1].x)
# expect: -0.166188 -0.166135 True -4.4146
